import { unitName } from '../../progress/duties.ts'
import type { Ledger } from '../../search/ledger.ts'
import type { Asker, Reader } from '../reading.ts'
import type { Slots, UnitTerm } from '../slots.ts'
import { readMine } from './whole.ts'

const UNIT = '(?:单位|部门|厅|局|委|处室|科室|办公室)'
const OWN = new RegExp(
  `(?:是|归|由)?(?:(?:我|咱)们?(?:的|这个?|这边)?${UNIT}|本(?:单位|部门|局|厅|委)|(?<![发给诉帮跟让请])(?:我|咱)们?(?=的?(?:[\\u{E000}牵负参配承协任还有没要该得哪]|逾|全部|所有|在|目前|现在|今|本|这|近|最)|的(?!意思|想法|理解|问题是)))的?`,
  'gu',
)

/** 我单位的, 我牵头的, 咱们还有哪些: the units that the person speaks for, where it is known who asks. */
export const readOwn: Reader = (text, context) => {
  const { speaker, ledger } = context
  if (!speaker) return readMine(text, context)
  const [first, ...others] = [...text.matchAll(OWN)].map(({ index: start, 0: words }) => ({
    start,
    end: start + words.length,
  }))
  if (!first) return []
  const says = speaker.units.length > 0 ? ownUnits(ledger, speaker) : ({ ask: 'mine' } as const)
  return [{ ...first, says }, ...others.map(place => ({ ...place, says: {} }))]
}

/** A person's units as a question would name them. */
export function ownUnits(ledger: Ledger, { units }: Pick<Asker, 'units'>): Pick<Slots, 'units' | 'unitLogic'> {
  return { units: units.map(key => termOf(ledger, key)), unitLogic: units.length > 1 ? 'any' : null }
}

function termOf(ledger: Ledger, key: string): UnitTerm {
  const name = unitName(ledger, key)
  const unit = ledger.units.units.find(known => known.key === key) ?? { key, name, level: null, region: '' }
  return {
    text: unit.name,
    certainty: 'exact',
    candidates: [unit],
    similar: [],
    together: false,
    role: null,
    except: false,
  }
}
