import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import type { CaseActor } from './actor.ts'
import { attemptedAct, recordAttempt } from './attempts/recording.ts'
import { actorOf } from './callers.ts'
import { act, type Decision } from './commands.ts'
import { withNames } from './names.ts'
import type { Papers } from './papers.ts'
import { type Place, placed } from './places/place.ts'
import type { SeatOf } from './receiving.ts'
import { refuse } from './refusals.ts'
import { findFile } from './store.ts'
import { fileView } from './views.ts'

/** The case is decided on for the whole jurisdiction, once it is certain that the caller may see it. */
export const REACH = { reach: 'jurisdiction' } as const

type BodyOf<E> = E extends { readonly body: infer B extends z.ZodType } ? z.output<B> : never
export type FileCall<Body> = Call<{ caseNo: string }, unknown, Body>

interface On<Facts> {
  readonly actor: CaseActor
  readonly now: EpochMs
  readonly facts: Facts
}
type Deciding<Body, Facts> = (
  state: Parameters<Decision>[0],
  body: Body,
  on: On<Facts>,
) => ReturnType<Decision>

export interface DeskActs {
  /** One address, one decision; `occurredAt` where it counts as done at another time than now. */
  does<E extends Endpoint>(
    endpoint: E,
    deciding: Deciding<BodyOf<E>, undefined>,
    occurredAt?: (body: BodyOf<E>, now: EpochMs) => EpochMs,
  ): Route
  /** The same where the decision must know more than the case: a calendar, a clock's end, who people are. */
  doesKnowing<E extends Endpoint, Facts>(
    endpoint: E,
    facts: (db: Db, call: FileCall<BodyOf<E>>) => Promise<Facts>,
    deciding: Deciding<BodyOf<E>, Facts>,
  ): Route
}

export interface DeskServices {
  readonly database: Database
  readonly papers: Papers
  readonly seatOf?: SeatOf
}

/** What a desk does to a case. Every answer is the case as it stands afterwards. */
export function deskActs({ database, papers, seatOf }: DeskServices): DeskActs {
  const doesAt = <E extends Endpoint, Facts>(
    endpoint: E,
    facts: (db: Db, call: FileCall<BodyOf<E>>) => Promise<Facts>,
    deciding: Deciding<BodyOf<E>, Facts>,
    occurredAt: (body: BodyOf<E>, now: EpochMs) => EpochMs = (_, now) => now,
  ): Route =>
    route(endpoint, (async (call: FileCall<BodyOf<E>>) => {
      await refuseUnseen(call)
      const { body, params, expectedVersion } = call
      const done = call.transaction(async (db) => {
        const { actor, now } = await looking(db, call)
        const on = { actor, now, facts: await facts(db, call) }
        const acting = { actor, now, occurredAt: occurredAt(body, now), expectedVersion, papers }
        const place = await placeOf(db, call, seatOf)
        const decision: Decision = (state) => placed(deciding(state, body, on), place)
        await act(db, params.caseNo, acting, decision).catch(async (error: unknown) => {
          throw await withNames(db, error)
        })
        return fileView(db, params.caseNo, { actor, now })
      }, REACH)
      return done.catch(async (error: unknown) => {
        const tried = attemptedAct(endpoint.name, error)
        // What was refused is rolled back; that it was tried is recorded by itself.
        if (tried)
          await database.transaction({ ...call.scope, ...REACH }, async (db) =>
            recordAttempt(db, params.caseNo, tried, {
              ...(await looking(db, call)),
              expectedVersion,
              papers,
            }),
          )
        throw error
      })
    }) as never)
  return {
    does: (endpoint, deciding, occurredAt) => doesAt(endpoint, async () => undefined, deciding, occurredAt),
    doesKnowing: (endpoint, facts, deciding) => doesAt(endpoint, facts, deciding),
  }
}

/** Where an act is done: at the counter that the person has signed on to, or in the own department. */
export async function placeOf(
  db: Db,
  { caller, now }: Pick<Call, 'caller' | 'now'>,
  seatOf: SeatOf | undefined,
): Promise<Place> {
  const seat = await seatOf?.(db, caller.account, now)
  return { counter: seat?.counter ?? null, unit: caller.unit }
}

/** Row-level security decides whether the case exists for this caller; what follows may then reach further. */
export async function refuseUnseen({
  params: { caseNo },
  read,
}: Pick<FileCall<unknown>, 'params' | 'read'>): Promise<void> {
  if (!(await read((db) => findFile(db, caseNo)))) throw refuse('case.not-found', { caseNo })
}

export async function looking(db: Db, { caller, now }: Pick<Call, 'caller' | 'now'>) {
  return { actor: await actorOf(db, caller, now), now }
}
