import type { Bilingual } from '#kernel/refusal.ts'
import type { Institution, Registers } from '#engines/registers/index.ts'
import { isAccount } from '#modules/access/index.ts'
import { caseFacts, caseInstitutions, knownCase } from '#modules/cases/index.ts'
import {
  catalogueFacts,
  catalogueInstitutions,
  findItemNames,
  findKnownItems,
} from '#modules/catalogue/index.ts'
import { findBadges, findCounters, findHalls, hallFacts, hallInstitutions } from '#modules/hall/index.ts'
import type { InstitutionServices } from '#modules/institutions/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { collectingFacts, rectificationInstitutions } from '#modules/rectification/index.ts'
import { referralInstitutions, riskInstitutions } from '#modules/supervision/index.ts'

/** Every institution that the platform brings, in the order of the modules that bring them. */
export const codedInstitutions: readonly Institution[] = [
  ...catalogueInstitutions,
  ...hallInstitutions,
  ...caseInstitutions,
  ...referralInstitutions,
  ...riskInstitutions,
  ...rectificationInstitutions,
]

/** What fields may point to in which module. */
export const registers: Registers = {
  coded: new Map(codedInstitutions.map((one) => [one.code, one])),
  facts: { ...catalogueFacts, ...hallFacts, ...caseFacts, ...collectingFacts },
  exists: {
    unit: async (db, unit) => (await findUnit(db, unit)) !== undefined,
    account: isAccount,
    item: async (db, item) => (await findKnownItems(db, [item])).has(item),
    hall: async (db, hall) => (await findHalls(db)).some((one) => one.hall === hall),
    counter: async (db, counter) => (await findCounters(db)).some((one) => one.counter === counter),
    case: knownCase,
    badge: async (db, badge) => (await findBadges(db)).some((one) => one.badge === badge),
  },
}

const named = <Row>(
  rows: readonly Row[],
  ids: readonly string[],
  of: (row: Row) => readonly [string, Bilingual],
): ReadonlyMap<string, Bilingual> => new Map(rows.map(of).filter(([id]) => ids.includes(id)))

/** What the ids of modules above are called. */
export const titles: InstitutionServices['titles'] = {
  item: async (db, ids) =>
    named(await findItemNames(db, ids), ids, ({ item, name, nameEn }) => [
      item,
      { zh: name, en: nameEn ?? name },
    ]),
  hall: async (db, ids) =>
    named(await findHalls(db), ids, ({ hall, nameZh, nameEn }) => [hall, { zh: nameZh, en: nameEn }]),
  counter: async (db, ids) =>
    named(await findCounters(db), ids, ({ counter, nameZh, nameEn }) => [
      counter,
      { zh: nameZh, en: nameEn },
    ]),
}
