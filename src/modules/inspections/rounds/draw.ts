import type { Stratum } from '../terms.ts'
import { refuse } from '../refusals.ts'
import { byLot, lotOf, sha256 } from './lots.ts'
import { drawReceivers, type DrawnReceiver, type ReceiverLists } from './receivers.ts'

/** A place that may be drawn: a unit, or a section in it. */
export interface Place {
  readonly unit: string
  readonly section: string | null
  readonly stratum: Stratum
}

export interface Group {
  readonly group: string
  readonly members: readonly string[]
}

/** Everything a draw depends on, laid down before anybody knows the seed. */
export interface DrawLists extends ReceiverLists {
  readonly places: readonly Place[]
  /** How many of each stratum; null: all places, only the groups are drawn to them. */
  readonly sample: Readonly<Partial<Record<Stratum, number>>> | null
  /** Groups named beforehand; or null: pairs are made of the pool by lot. */
  readonly groups: readonly Group[] | null
  readonly pool: readonly string[]
  /** Who may not go where, and why: `account` → units. Frozen with the lists, so that the draw can be done again. */
  readonly recused: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Drawn extends Place {
  readonly group: string
  readonly inspectors: readonly string[]
  /** Lot of the place, and of the group for the place: whoever has the seed computes the same. */
  readonly lot: string
}

export interface PassedOver {
  readonly unit: string
  readonly group: string
  readonly account: string
  readonly because: string
}

export interface DrawResult {
  readonly groups: readonly Group[]
  readonly drawn: readonly Drawn[]
  readonly passedOver: readonly PassedOver[]
  /** Who is asked whether the service had its effect; left out where no item asks for it. */
  readonly receivers?: readonly DrawnReceiver[]
}

/** What is published before the draw: nobody can look for a seed that suits once this is known. */
export const commitmentOf = (secret: string): string => sha256(secret)
/** Whoever kept the secret did not know the word, and whoever gave the word did not know the secret. */
export const seedOf = (secret: string, word: string): string => sha256(`${secret}:${word}`)

export const nameOf = ({ unit, section }: Pick<Place, 'unit' | 'section'>): string =>
  section === null ? unit : `${unit}/${section}`

/**
 * 双随机: places and inspectors by lot. Places: of each stratum the ones with the smallest lots. Inspectors: for each
 * place in the order of the lots, the group with the fewest places so far of which nobody is recused there, ties by lot.
 */
export function draw(lists: DrawLists, seed: string): DrawResult {
  const groups = lists.groups ?? pairsOf(lists.pool, seed)
  const load = new Map(groups.map(({ group }) => [group, 0]))
  const passedOver: PassedOver[] = []
  const drawn = sampled(lists, seed).map((place) => {
    const free = groups.filter((group) => {
      const stands = whyNot(lists, group, place.unit)
      passedOver.push(...stands)
      return stands.length === 0
    })
    const [chosen] = byLot(seed, free, ({ group }) => `${nameOf(place)}/${group}`).sort(
      (a, b) => (load.get(a.group) ?? 0) - (load.get(b.group) ?? 0),
    )
    if (!chosen) throw refuse('inspection.nobody-left', { unit: place.unit })
    load.set(chosen.group, (load.get(chosen.group) ?? 0) + 1)
    return { ...place, group: chosen.group, inspectors: chosen.members, lot: lotOf(seed, nameOf(place)) }
  })
  const units = [...new Set(drawn.map(({ unit }) => unit))]
  const receivers = drawReceivers(lists, units, seed)
  return { groups, drawn, passedOver, ...(receivers.length > 0 ? { receivers } : {}) }
}

const whyNot = ({ recused }: DrawLists, { group, members }: Group, unit: string): PassedOver[] =>
  members.flatMap((account) => {
    const because = recused[account]?.[unit]
    return because === undefined ? [] : [{ unit, group, account, because }]
  })

/** Two persons go together (两人以上): neighbours in the order of the lots; an odd one joins the last pair. */
function pairsOf(pool: readonly string[], seed: string): Group[] {
  const inOrder = byLot(seed, pool, (account) => `inspector/${account}`)
  if (inOrder.length < 2) throw refuse('inspection.two-inspectors')
  const pairs = Array.from({ length: Math.floor(inOrder.length / 2) }, (_, at) =>
    inOrder.slice(2 * at, 2 * at + 2),
  )
  if (inOrder.length % 2 === 1) pairs.at(-1)?.push(inOrder.at(-1) as string)
  return pairs.map((members, at) => ({ group: String(at + 1), members }))
}

function sampled({ places, sample }: DrawLists, seed: string): Place[] {
  if (sample === null) return byLot(seed, places, nameOf)
  return byLot(
    seed,
    (Object.entries(sample) as [Stratum, number][]).flatMap(([stratum, count]) =>
      byLot(
        seed,
        places.filter((place) => place.stratum === stratum),
        nameOf,
      ).slice(0, count),
    ),
    nameOf,
  )
}

/** Refuses lists that cannot give an honest sample: a stratum with nothing drawn, more than there is, a place twice. */
export function checkLists({ places, sample, groups, pool }: DrawLists): void {
  if (places.length === 0) throw refuse('inspection.nothing-to-visit')
  if (new Set(places.map(nameOf)).size < places.length) throw refuse('inspection.place-twice')
  for (const { members, group } of groups ?? [])
    if (members.length < 2) throw refuse('inspection.group-of-one', { group })
  if (!groups && pool.length < 2) throw refuse('inspection.two-inspectors')
  if (sample === null) return
  for (const stratum of new Set(places.map((place) => place.stratum))) {
    const [there, wanted] = [places.filter((place) => place.stratum === stratum).length, sample[stratum] ?? 0]
    if (wanted < 1) throw refuse('inspection.stratum-left-out', { stratum, there })
    if (wanted > there) throw refuse('inspection.sample-too-large', { stratum, there })
  }
}
