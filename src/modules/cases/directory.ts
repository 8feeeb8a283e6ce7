import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { findPeople } from '#modules/access/index.ts'
import { findPostsAt, findUnitTitles } from '#modules/organisation/index.ts'
import { deskName } from './actor.ts'
import type { Desk } from './plan.ts'

export type Post = Awaited<ReturnType<typeof findPostsAt>>[number]
type Person = Awaited<ReturnType<typeof findPeople>>[number]

/** The people, posts and units that something speaks of. Whoever has no name any more is not in it. */
export interface Directory {
  readonly posts: readonly Post[]
  post(desk: Desk): Post | undefined
  person(account: string): Person | undefined
  unit(unit: string): Bilingual | undefined
}

interface Sought {
  readonly desks: readonly Desk[]
  /** Accounts whose posts are wanted, whatever they are. */
  readonly holders?: readonly string[]
  readonly accounts: readonly string[]
  readonly units: readonly string[]
}

/** One question for posts, one for people, those who hold them among them, and one for units, theirs among them. */
export async function directoryOf(
  db: Db,
  { desks, holders = [], accounts, units }: Sought,
): Promise<Directory> {
  const posts = desks.length + holders.length === 0 ? [] : await findPostsAt(db, { desks, holders })
  const holding = posts.flatMap(({ holder, backup }) => [holder ?? [], backup ?? []].flat())
  const sought = [...new Set([...accounts, ...holding])].filter(isStaff)
  const people = sought.length === 0 ? [] : await findPeople(db, sought)
  const named = new Set([...units, ...[...desks, ...people].flatMap(({ unit }) => unit ?? [])])
  const titles = await findUnitTitles(db, [...named])
  const [byDesk, byAccount, byUnit] = [
    new Map(posts.map((post) => [deskName(post), post])),
    new Map(people.map((person) => [person.account, person])),
    new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }])),
  ]
  return {
    posts,
    post: (desk) => byDesk.get(deskName(desk)),
    person: (account) => byAccount.get(account),
    unit: (unit) => byUnit.get(unit),
  }
}

/** The applicant, the law and the platform have no account in the office. */
const isStaff = (actor: string) => !/^(resident|system)\//.test(actor)
