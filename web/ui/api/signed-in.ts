import type { Session } from '#modules/access/contract.ts'

/**
 * What the client itself must know of the session: the token for writes, and whether somebody has to sign in again.
 * A request that finds its session ended waits here; after a fresh sign-in it is sent again and nothing typed is lost.
 */
let csrfToken = ''
let waiting: Array<(signedIn: boolean) => void> = []
const listeners = new Set<() => void>()

export const signedIn = {
  token: () => csrfToken,

  begin(session: Session): void {
    csrfToken = session.csrfToken
    settle(true)
  },

  end(): void {
    csrfToken = ''
    settle(false)
  },

  /** Resolves true once somebody has signed in again, false when they chose not to. */
  again(): Promise<boolean> {
    const answer = new Promise<boolean>((resolve) => waiting.push(resolve))
    announce()
    return answer
  },

  isAwaited: () => waiting.length > 0,

  giveUp: () => settle(false),

  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function settle(answer: boolean): void {
  const resolves = waiting
  waiting = []
  for (const resolve of resolves) resolve(answer)
  announce()
}

function announce(): void {
  for (const listener of listeners) listener()
}
