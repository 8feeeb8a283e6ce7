import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { type AccountEvent, type AccountState, evolve } from './account.ts'
import { accessLists, accountEventOf, accountStream, signInStream } from './lists.ts'
import { forgetEverywhere } from './authenticate.ts'
import { refuse } from './refusals.ts'
import { isResident } from './signed.ts'

export interface Doing {
  readonly by: string
  readonly at: EpochMs
}

/** Decides on an account as it stands in the ledger, appends what follows, and brings the list along. */
export async function changeAccount(
  db: Db,
  account: string,
  { by, at }: Doing,
  decide: (state: AccountState | undefined) => AccountEvent[],
): Promise<AccountEvent[]> {
  const stored = await readStream(db, accountStream(account))
  const events = decide(stored.map(accountEventOf).reduce<AccountState | undefined>(evolve, undefined))
  await record(db, [accessLists], {
    stream: accountStream(account),
    expectedVersion: stored.length,
    recordedAt: at,
    events: events.map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
  })
  forgetEverywhere(db, account)
  return events
}

export function known(state: AccountState | undefined, account: string): AccountState {
  if (!state) throw refuse('access.no-such-account', { account })
  return state
}

/** 登录留痕: who signed in or tried to, from where. */
export const recordSignIn = (
  db: Db,
  account: string,
  { type, address, at }: { type: 'SignedIn' | 'SignInFailed' | 'SignedOut'; address: string; at: EpochMs },
) =>
  record(db, [accessLists], {
    stream: signInStream(account),
    expectedVersion: 'any',
    recordedAt: at,
    // The ledger keeps nothing about people who apply, addresses of their networks included.
    events: [{ type, payload: isResident(account) ? {} : { address }, actor: account, occurredAt: at }],
  })
