import { Readable } from 'node:stream'
import { isRefusal, type Bilingual } from '#kernel/refusal.ts'
import {
  DEFAULT_LIMITS,
  readHistories,
  type HistoriesRead,
  type Limits,
  type RejectedRow,
} from '#modules/exchange/index.ts'

/** Bytes as somebody would send them. */
export const sent = (content: string | Buffer | Iterable<Buffer>, name = 'log') => ({
  stream: Readable.from(
    typeof content === 'string' || Buffer.isBuffer(content) ? [Buffer.from(content)] : content,
  ),
  name,
})

export interface Outcome {
  readonly read?: HistoriesRead
  readonly refused?: { readonly code: string; readonly text: Bilingual }
}

/** Reads, and takes only a refusal for an answer: anything else thrown fails the test. */
export async function attempt(
  content: string | Buffer | Iterable<Buffer>,
  limits: Partial<Limits> = {},
  name?: string,
): Promise<Outcome> {
  try {
    return {
      read: await readHistories(
        sent(content, name),
        { columns: {} },
        { limits: { ...DEFAULT_LIMITS, ...limits } },
      ),
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { refused: { code: error.code, text: error.text } }
  }
}

export const asLines = (rows: readonly RejectedRow[]): string[] =>
  rows.map(({ line, code, column }) => `${line} ${code} ${column ?? ''}`.trim())
