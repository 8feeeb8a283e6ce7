import { day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Fact, findDefinitions, type Institution, type Registers } from '#engines/registers/index.ts'
import { isAccount } from '#modules/access/index.ts'
import { caseFacts, caseInstitutions, knownCase } from '#modules/cases/index.ts'
import {
  catalogueFacts,
  catalogueInstitutions,
  findItemNames,
  findKnownItems,
} from '#modules/catalogue/index.ts'
import { findBadges, findCounters, findHalls, hallFacts, hallInstitutions } from '#modules/hall/index.ts'
import {
  countRegisterUses,
  type InstitutionServices,
  type LiveInstitutions,
} from '#modules/institutions/index.ts'
import { inspectionFacts, inspectionInstitutions } from '#modules/inspections/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { collectingFacts, rectificationInstitutions } from '#modules/rectification/index.ts'
import {
  referralInstitutions,
  riskInstitutions,
  supervisionInstitutions,
} from '#modules/supervision/index.ts'

/** Every institution that the platform brings, in the order of the modules that bring them. */
export const codedInstitutions: readonly Institution[] = [
  ...catalogueInstitutions,
  ...hallInstitutions,
  ...caseInstitutions,
  ...referralInstitutions,
  ...riskInstitutions,
  ...supervisionInstitutions,
  ...inspectionInstitutions,
  ...rectificationInstitutions,
]

/** The figures that the modules hand in. */
const moduleFacts: Registers['facts'] = {
  ...catalogueFacts,
  ...hallFacts,
  ...caseFacts,
  ...collectingFacts,
  ...inspectionFacts,
}

const figure = (name: string): Fact => moduleFacts[name] ?? (() => Promise.resolve(null))

/** Institutions that live in a part of the platform of their own and not in a register. */
export const liveInstitutions: LiveInstitutions = {
  'first-enquiry': {
    title: { zh: '首问负责制', en: 'First asked, first responsible' },
    area: 'hall',
    uses: figure('enquiries.asked'),
  },
  'time-limits': {
    title: { zh: '限时办结制', en: 'Done within the limit' },
    area: 'cases',
    uses: figure('cases.received'),
  },
}

/** How often an institution was used in a term, by a unit or by all; null where there is none of that code. */
const usesOf: Fact = async (db, given, at) => {
  const { institution, unit, from, until } = given
  if (typeof institution !== 'string' || typeof from !== 'string' || typeof until !== 'string') return null
  const live = liveInstitutions[institution]
  if (live) return live.uses(db, given, at)
  const known = registers.coded.has(institution) || (await findDefinitions(db, institution)).length > 0
  const term = { unit: typeof unit === 'string' ? unit : null, from: day(from), until: day(until) }
  return known ? countRegisterUses(db, institution, term) : null
}

/** What fields may point to in which module. */
export const registers: Registers = {
  coded: new Map(codedInstitutions.map((one) => [one.code, one])),
  facts: { ...moduleFacts, 'institution.uses': usesOf },
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
