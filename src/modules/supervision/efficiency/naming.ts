import { dayOfNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { CHANNEL_NAMES, type Channel } from '#modules/cases/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import { type CaseColumns, textAt } from './columns.ts'
import type { EfficiencyCase } from '../contract.ts'
import type { ListedSubject } from './figures.ts'
import { type Dimension, PLACES, TIERS } from '../indicator-shapes.ts'

/** Names for what stands in columns as codes. */
export interface Names {
  readonly unit: (id: string) => Bilingual
  readonly person: (account: string) => string
}

const PEOPLE_AT_ONCE = 1000

export async function namesFor(db: Db, accounts: readonly string[]): Promise<Names> {
  const units = new Map(
    (await findUnitKinds(db)).map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]),
  )
  const people = new Map<string, string>()
  for (let from = 0; from < accounts.length; from += PEOPLE_AT_ONCE)
    for (const { account, name } of await findPeople(db, accounts.slice(from, from + PEOPLE_AT_ONCE)))
      people.set(account, name)
  return {
    unit: (id) => units.get(id) ?? { zh: id, en: id },
    person: (account) => people.get(account) ?? account,
  }
}

const both = (text: string): Bilingual => ({ zh: text, en: text })
const NOT_GIVEN: Bilingual = { zh: '（未注明）', en: '(not given)' }

/** What a group along a dimension is called. */
export function groupTitle(
  group: string,
  dimension: Dimension,
  { itemNames, names }: { readonly itemNames: CaseColumns['itemNames']; readonly names: Names },
): Bilingual {
  if (group === '') return NOT_GIVEN
  switch (dimension) {
    case 'unit':
      return names.unit(group)
    case 'item':
      return itemNames.get(group) ?? both(group)
    case 'officer':
      return both(names.person(group))
    case 'channel':
      return CHANNEL_NAMES[group as Channel] ?? both(group)
    case 'tier':
      return TIERS[group as keyof typeof TIERS] ?? both(group)
    case 'place':
      return PLACES[group as keyof typeof PLACES] ?? both(group)
    case 'version': {
      const [item = '', version = ''] = group.split('@')
      const name = itemNames.get(item) ?? both(item)
      return { zh: `${name.zh}（第 ${version} 版）`, en: `${name.en} (version ${version})` }
    }
    case 'week':
      return { zh: `${group} 起一周`, en: `week of ${group}` }
    default:
      return both(group)
  }
}

/** Cases of the columns as a list shows them. */
export const casesShown = (
  columns: CaseColumns,
  found: readonly ListedSubject[],
  names: Names,
): EfficiencyCase[] =>
  found.map(({ caseIndex, value, officer }) => {
    const { texts, numbers, itemNames } = columns
    const unit = textAt(texts.unit, caseIndex)
    const decided = numbers.decidedDay[caseIndex] as number
    return {
      caseNo: textAt(texts.caseNo, caseIndex),
      ...{ unit, unitName: names.unit(unit) },
      itemName: itemNames.get(textAt(texts.item, caseIndex)) ?? NOT_GIVEN,
      ...{ officer, officerName: names.person(officer) },
      receivedOn: dayOfNumber(numbers.receivedDay[caseIndex] as number),
      decidedOn: Number.isNaN(decided) ? null : dayOfNumber(decided),
      value,
    }
  })
