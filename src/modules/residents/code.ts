import { DAY_MS, type EpochMs } from '#kernel/day.ts'

/** The last code of one number, as far as deciding needs it. */
export interface CodeState {
  readonly tries: number
  readonly sentToday: number
  readonly sentAt: EpochMs
  readonly expiresAt: EpochMs
}

export const VALID_MS = 5 * 60_000
const AGAIN_AFTER_MS = 60_000
const MOST_A_DAY = 10
const MOST_TRIES = 5

export type Sending =
  | { readonly may: true; readonly sentToday: number }
  | { readonly may: false; readonly seconds: number | null }

/** A number gets a code a minute and ten a day, whoever asks: nobody is to be flooded by a stranger. */
export function maySend(last: CodeState | undefined, now: EpochMs): Sending {
  if (!last || now - last.sentAt >= DAY_MS) return { may: true, sentToday: 1 }
  const wait = last.sentAt + AGAIN_AFTER_MS - now
  if (wait > 0) return { may: false, seconds: Math.ceil(wait / 1000) }
  if (last.sentToday >= MOST_A_DAY) return { may: false, seconds: null }
  return { may: true, sentToday: last.sentToday + 1 }
}

/** Whether a code can still be right: five minutes, five tries, once. */
export const isOpen = (last: CodeState, now: EpochMs): boolean =>
  now < last.expiresAt && last.tries < MOST_TRIES
