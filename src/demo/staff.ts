import { type CaseActor, THE_LAW } from '#modules/cases/index.ts'
import type { LoadedUnit } from '#modules/organisation/index.ts'
import { HALL_UNIT } from './government.ts'

type Visitors = Array<{ account: string; name: string; unit: string }>

interface Desk {
  readonly unit: string
  readonly post: string
}

/** Who acts on a case in the demo, each with the powers of his own desk. */
export interface Staff {
  /** At the counter: of the hall for departments that sit there, otherwise the department's own. */
  readonly clerk: (unit: string, atHall: boolean) => CaseActor
  readonly holder: (desk: Desk) => CaseActor
  /** Two people of a unit who go to a place, under what their posts are called. */
  readonly visitors: (desk: Desk) => Visitors
  /** The head of a unit, who is not the one that decides its cases. */
  readonly head: (unit: string) => CaseActor
  readonly leader: CaseActor
}

export function staffOf(units: readonly LoadedUnit[]): Staff {
  const holders = new Map(
    units.flatMap(({ id, posts }) => posts.map((post) => [`${id}/${post.id}`, post.holder] as const)),
  )
  const postsOf = new Map(units.map(({ id, posts }) => [id, posts]))
  const visitors = ({ unit, post }: Desk): Visitors => {
    const posts = postsOf.get(unit) ?? []
    const own = posts.filter(({ id }) => id === post)
    const named = [...own, ...posts.filter((other) => !own.includes(other))].map(({ id, title }) => ({
      ...{ account: of({ unit, post: id }).account, name: title, unit },
    }))
    return named
      .filter((one, at) => named.findIndex(({ account }) => account === one.account) === at)
      .slice(0, 2)
  }
  const of = ({ unit, post }: Desk): CaseActor => ({
    ...THE_LAW,
    account: holders.get(`${unit}/${post}`) ?? `${unit}.${post}`,
    unit,
    desks: new Set([`${unit}/${post}`]),
  })
  return {
    clerk: (unit, atHall) =>
      atHall
        ? { ...of({ unit: HALL_UNIT, post: 'reception' }), atHall: true }
        : of({ unit, post: 'reception' }),
    holder: of,
    visitors,
    head: (unit) => ({ ...THE_LAW, account: `${unit}.head`, unit, headOfUnit: true }),
    leader: { ...THE_LAW, account: 'chen.jie', unit: 'county-government', leader: true },
  }
}
