import type { EpochMs } from '#kernel/day.ts'
import type { NoticeKind } from './terms.ts'

/** Plain data without personal values: people are references into the vault. */
export type NoticeData = Readonly<Record<string, unknown>>

export interface NoticeIssued {
  readonly kind: NoticeKind
  readonly number: string
  readonly serial: number
  readonly year: number
  readonly unit: string
  readonly unitName: string
  readonly counterUnit: string | null
  readonly subject: string
  readonly issuedAt: EpochMs
  readonly hash: string
  readonly checkCode: string
  readonly data: NoticeData
}

export type NoticeEvent =
  | ({ readonly type: 'NoticeIssued' } & NoticeIssued)
  | {
      readonly type: 'NoticeServed'
      readonly way: 'inPerson' | 'post' | 'electronic'
      readonly servedAt: EpochMs
      /** Who took it, as a reference into the vault. */
      readonly to: string | null
    }
  | { readonly type: 'NoticeWithdrawn'; readonly reason: string; readonly withdrawnAt: EpochMs }

const NOTICE = 'notice/'
export const noticeStream = (notice: string) => `${NOTICE}${notice}`
export const noticeOf = (stream: string) =>
  stream.startsWith(NOTICE) ? stream.slice(NOTICE.length) : undefined
