import { describe, expect, it } from 'vitest'
import { type Reply, replyText } from '../../../src/core/dialog/reply.ts'
import { deskOffice } from '../desk-office.ts'

const ID = '鲁政办字〔2023〕5号#27'
const EMPTY = { status: 'ongoing', percent: '', value: '', text: '', nextStep: '', problem: '' }

const valuesOf = ({ form }: Reply) => Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? [])

async function filled(fields: Readonly<Record<string, string>>, person = '王', subject = ID) {
  const office = await deskOffice()
  const answer = await office.fill(person, { name: 'report', subject, fields: { ...EMPTY, ...fields } })
  return { office, answer, text: typeof answer === 'string' ? answer : replyText(answer) }
}

describe('the form of a report', () => {
  it.each(['报进展 27', '填报进展 第27条', '我要报进展 27'])('is opened by %s', async text => {
    const office = await deskOffice()
    const reply = await office.reply('王', text)
    expect(reply.summary).toBe('填报进展')
    expect(reply.form).toMatchObject({ name: 'report', subject: ID, submit: '提交' })
    expect(reply.form?.fields.map(({ label }) => label)).toEqual([
      '状态',
      '完成进度（%）',
      '指标完成数',
      '进展情况',
      '下步打算',
      '存在问题',
    ])
    expect(valuesOf(reply)).toEqual(EMPTY)
  })

  it('is opened by the button of a task that was shown', async () => {
    const office = await deskOffice()
    const { actions = [] } = await office.reply('王', '鲁政办字〔2023〕5号第27条')
    expect(actions).toContainEqual(expect.objectContaining({ label: '报进展', say: `报进展 ${ID}` }))
  })

  it.each([
    ['李', '鲁政办字〔2023〕5号·三·第27项由省能源局填报进展，您绑定的是省科技厅，没有写入。'],
    ['外', '我还不知道您是哪个单位的。请先说“绑定 单位名称”，例如“绑定 省能源局”，管理员同意后就能报进展。'],
  ])('is not opened for %s', async (person, said) => {
    const office = await deskOffice()
    const reply = await office.reply(person, '报进展 鲁政办字〔2023〕5号#27')
    expect(reply.form).toBeUndefined()
    expect(reply.summary).toBe(said)
  })

  it('is shown for confirmation like words, then written', async () => {
    const { office, text } = await filled({
      percent: '80',
      value: '7600万千瓦',
      text: '年度装机任务完成',
      nextStep: '并网',
      problem: '送出线路未批',
    })
    expect(text).toContain('进展：年度装机任务完成\n进度：80%\n下步：并网\n问题：送出线路未批\n')
    expect(await office.say('王', '是')).toMatch(/^已记录1项进展/u)
    const reports = (await office.store.entries(0)).filter(({ kind }) => kind === 'report')
    expect(reports).toMatchObject([
      { text: '年度装机任务完成', percent: 80, nextStep: '并网', problem: '送出线路未批', declaresDone: false },
    ])
  })

  it.each([
    [{ status: 'done' }, '进展：完成，请审核', '状态：未启动 → 已反馈待审核'],
    [{ status: 'none' }, '进展：无进展', '状态：未启动'],
    [{ percent: '八成' }, '进展：完成80%', '进度：80%'],
    [{ percent: '80%' }, '进展：完成80%', '进度：80%'],
  ])('makes do with little: %j', async (fields, ...said) => {
    const { text } = await filled(fields)
    for (const line of said) expect(text.split('\n')).toContain(line)
  })

  it.each<readonly [fields: Record<string, string>, error: string]>([
    [{ percent: '150' }, '完成进度“150”不是0到100的数，请填如“80”。'],
    [{ percent: '很多' }, '完成进度“很多”不是0到100的数，请填如“80”。'],
    [{ value: '很多' }, '指标完成数“很多”没有读懂，请填数和单位，如“7600万千瓦”。'],
    [{}, '请填写进展情况。'],
    [{ text: ' ' }, '请填写进展情况。'],
    [{ text: '进'.repeat(1001) }, '文字请不要超过1000字。'],
    [{ text: '好', problem: '难'.repeat(1001) }, '文字请不要超过1000字。'],
  ])('says what is wrong, and keeps all that was typed: %#', async (fields, error) => {
    const typed = { ...EMPTY, nextStep: '并网', ...fields }
    const { office, answer } = await filled(typed)
    expect(answer).toMatchObject({ summary: '有几处要改，已填的都还在', notes: [error] })
    expect(typeof answer === 'string' ? {} : valuesOf(answer)).toEqual(typed)
    expect(await office.say('王', '是')).toMatch(/^现在没有等您确认的内容/u)
  })

  it.each([
    ['李', ID, '鲁政办字〔2023〕5号·三·第27项由省能源局填报进展，您绑定的是省科技厅，没有写入。'],
    ['外', ID, '您还没有绑定单位，不能报进展。请先说“绑定 单位名称”，例如“绑定 省能源局”。'],
    ['王', '鲁政办字〔2023〕5号#1', '鲁政办字〔2023〕5号·一·第1项由省科技厅填报进展，您绑定的是省能源局，没有写入。'],
    ['王', '不存在#1', '台账里没有任务“不存在#1”。'],
  ])('that %s forged for %s writes nothing', async (person, subject, said) => {
    const { office, answer } = await filled(
      { text: '完成80%', unit: '省能源局', by: 'fake:王', role: 'progress' },
      person,
      subject,
    )
    expect(answer).toBe(said)
    expect((await office.store.entries(0)).some(({ kind }) => kind === 'report')).toBe(false)
    expect(await office.say(person, '是')).toMatch(/^现在没有等您确认的内容/u)
  })

  it('of a name nobody knows says so', async () => {
    const office = await deskOffice()
    for (const name of ['', 'bind', 'export', '__proto__', 'constructor']) {
      expect(await office.fill('督', { name, subject: ID, fields: { reason: 'x' } })).toBe(
        '这张表单已经不能用了，请重新打开。',
      )
    }
  })
})
