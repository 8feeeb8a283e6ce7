import { randomInt } from 'node:crypto'
import { day, type EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { limiter, type Route, route } from '#platform/http/index.ts'
import { openFinding } from '#modules/findings/index.ts'
import { findUnitTitles, getUnit, jurisdictionOf } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import * as contract from '../contact-contract.ts'
import type { ContactCard, HeldCard } from '../contact-contract.ts'
import { todayAt } from '../files/clocks.ts'
import { instantText } from '../files/views.ts'
import { ladderFor } from '../instruments/lists.ts'
import { give, handle, isMissing, rateOf, sendBack, type SupervisionCard } from './card.ts'
import { changeCard } from './lists.ts'
import { refuse } from './refusals.ts'
import { findCard, findCards } from './store.ts'

interface Services {
  readonly database: Database
  readonly vault: Pick<Vault, 'mark'>
}

const REACH = { reach: 'jurisdiction' } as const
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GUESSES = { most: 20, windowMs: 10 * 60_000 }

/** What is printed on the card beside its number; the platform keeps a mark of it only. */
const newCode = (): string => Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
const markOf = (db: Db, { vault }: Services, card: string, code: string): string =>
  vault.mark(db, 'supervision-card', `${card}/${code.trim().toUpperCase()}`).toString('hex')

export const contactCardRoutes = (services: Services): Route[] => [
  ...centreRoutes(services),
  ...heldRoutes(services),
]

const centreRoutes = (services: Services): Route[] => [
  route(contract.listContactCards, ({ query, read, now }) =>
    read(async (db) => {
      const cards = await findCards(db, { unit: query.unit })
      const shown = cards
        .filter(({ returned }) => query.returned !== 'yes' || returned !== null)
        .slice(0, 500)
      return { rows: await viewsOf(db, shown, now), rates: await ratesOf(db, cards, now) }
    }),
  ),
  route(contract.handContactCards, ({ body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      await getUnit(db, body.unit)
      const batch = newId(now)
      const cards = []
      for (let nth = 0; nth < body.count; nth++) {
        const card = await freeNumber(db, now)
        const code = newCode()
        const mark = markOf(db, services, card, code)
        const on = todayAt(now)
        await changeCard(db, card, () => [{ type: 'CardHanded', unit: body.unit, batch, on, mark }], {
          ...{ actor: caller.account, now },
        })
        cards.push({ card, code })
      }
      return { cards }
    }),
  ),
  route(contract.giveContactCard, ({ params: { card }, body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      const asked = { unit: caller.unit, on: day(body.on), today: todayAt(now) }
      const state = await changeCard(db, card, (one) => give(one, asked), { actor: caller.account, now })
      return { card, givenOn: state?.givenOn ?? asked.on }
    }, REACH),
  ),
  route(contract.handleContactCard, ({ params: { card }, body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      const before = (await findCard(db, card))?.state
      const doing = { actor: caller.account, now }
      const finding =
        body.conduct === null || !before?.returned ? null : await foundBy(db, before, body, doing)
      const state = await changeCard(
        db,
        card,
        (one) => handle(one, { outcome: body.outcome, finding }),
        doing,
      )
      const [view] = state ? await viewsOf(db, [state], now) : []
      if (!view) throw refuse('contact-card.not-found')
      return view
    }),
  ),
]

/** What a card tells becomes a finding about the unit, or about whose badge it names. */
async function foundBy(
  db: Db,
  { card, unit, returned }: SupervisionCard,
  { conduct, account }: { readonly conduct: string | null; readonly account: string | null },
  doing: { readonly actor: string; readonly now: EpochMs },
): Promise<string> {
  const { finding } = await openFinding(
    db,
    {
      ...{ source: 'opinion', sourceId: `supervision-card/${card}`, unit, account, conduct: conduct ?? '' },
      badge: returned?.badge ? returned.badge : null,
      fact: `效能监督卡反映：${returned?.text ?? ''}`,
      happenedOn: todayAt(returned?.at ?? doing.now),
      evidence: [{ text: '效能监督卡', reference: card }],
    },
    doing,
  )
  return finding
}

async function freeNumber(db: Db, now: EpochMs): Promise<string> {
  for (;;) {
    const card = `C${todayAt(now).slice(2).replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`
    if (!(await findCard(db, card))) return card
  }
}

async function namesOf(db: Db, cards: readonly SupervisionCard[]): Promise<(unit: string) => Bilingual> {
  const titles = await findUnitTitles(db, [...new Set(cards.map(({ unit }) => unit))])
  const found = new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
  return (unit) => found.get(unit) ?? { zh: unit, en: unit }
}

async function viewsOf(db: Db, cards: readonly SupervisionCard[], now: EpochMs): Promise<ContactCard[]> {
  const today = todayAt(now)
  const { cardReturn } = (await ladderFor(db, today)).numbers
  const nameOf = await namesOf(db, cards)
  return cards.map((one) => ({
    ...{ card: one.card, handedTo: { id: one.unit, name: nameOf(one.unit) }, handedOn: one.handedOn },
    ...{ givenOn: one.givenOn, handled: one.handled, missing: isMissing(one, cardReturn, today) },
    returned: one.returned && { ...one.returned, at: instantText(one.returned.at) },
  }))
}

async function ratesOf(db: Db, cards: readonly SupervisionCard[], now: EpochMs) {
  const today = todayAt(now)
  const { cardReturn } = (await ladderFor(db, today)).numbers
  const nameOf = await namesOf(db, cards)
  return [...new Set(cards.map(({ unit }) => unit))].sort().map((unit) => ({
    unit: { id: unit, name: nameOf(unit) },
    ...rateOf(
      cards.filter((one) => one.unit === unit),
      cardReturn,
      today,
    ),
  }))
}

/** Whoever holds the card: it goes to the centre and to nobody else, whatever the unit may think of it. */
function heldRoutes(services: Services): Route[] {
  const { database } = services
  const guesses = limiter(GUESSES)
  const scopeFor = async (asked: string | undefined) => ({
    ...{ jurisdiction: await jurisdictionOf(database, asked), account: 'portal' },
    ...REACH,
  })
  const proven = async (
    db: Db,
    card: string,
    code: string,
    { address, now }: { address: string; now: EpochMs },
  ) => {
    const state = (await findCard(db, card))?.state
    if (state?.mark === markOf(db, services, card, code)) return state
    guesses.count(address, now)
    throw refuse('contact-card.not-found')
  }
  return [
    route(contract.getHeldCard, async ({ params: { card }, query, address, now }) => {
      guesses.check(address, now)
      return database.read(await scopeFor(query.jurisdiction), async (db) =>
        heldView(db, await proven(db, card, query.code, { address, now })),
      )
    }),
    route(contract.returnHeldCard, async ({ params: { card }, body, address, now }) => {
      guesses.check(address, now)
      const { code, jurisdiction, ...returned } = body
      return database.transaction(await scopeFor(jurisdiction), async (db) => {
        await proven(db, card, code, { address, now })
        const doing = { actor: `holder/${card}`, now }
        const state = await changeCard(db, card, (one) => sendBack(one, returned), doing)
        if (!state) throw refuse('contact-card.not-found')
        return heldView(db, state)
      })
    }),
  ]
}

async function heldView(db: Db, state: SupervisionCard): Promise<HeldCard> {
  const nameOf = await namesOf(db, [state])
  const { card, unit, returned, handled } = state
  return { card, unit: nameOf(unit), returned: returned !== null, outcome: handled?.outcome ?? null }
}
