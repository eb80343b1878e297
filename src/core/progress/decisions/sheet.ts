import { select } from '../../dialog/select.ts'
import { tasksOfUnits } from '../../dialog/unit-tasks.ts'
import { type Decision, decision, type Situation, say, slotsOf, tell } from '../situation.ts'
import { unbound } from './people.ts'

/** 导出 省科技厅台账: the tasks that the words mean, as a sheet. */
export function decideSheet(words: string, situation: Situation): Decision {
  const plain = words.replace(/^(?:全部|所有|整个)(?:的?任务)?$/u, '').trim()
  const found = tasksFor(plain, situation)
  if ('reply' in found) return found
  if (found.tasks.length === 0 && MINE.test(plain)) return unbound(situation)
  if (found.tasks.length === 0) return tell(situation, `没有找到“${words}”的任务，没有导出。`)
  const title = `${found.name}台账`
  return decision(say(situation, `已导出${title}，共${found.tasks.length}项。`), {
    sheet: { title, tasks: found.tasks },
  })
}

interface Named {
  readonly name: string
  readonly tasks: readonly number[]
}

const MINE = /^(?:我|本|我们)(?:单位|部门|局|厅)?(?:的)?$/u

function tasksFor(words: string, situation: Situation): Named | Decision {
  const { ledger, records, speaker } = situation
  if (words === '') return { name: '督办', tasks: [...ledger.all] }
  if (MINE.test(words))
    return { name: '本单位', tasks: [...tasksOfUnits(ledger, records.person(speaker.person).units)] }
  const { unclear, tasks } = select(ledger, slotsOf(words, situation))
  if (!unclear) return { name: words, tasks: [...tasks] }
  return tell(situation, `“${words}”可以指几个单位，请写全名，例如“导出 ${unclear.choices[0]?.name ?? ''}台账”。`)
}
