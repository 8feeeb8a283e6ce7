import { refuse } from '../refusals.ts'

/**
 * A parser over bytes: takes as many whole tokens as stand in `window[0, end)` and says how far it got.
 * What it left is shown again, with more behind it; with `last` nothing more will come.
 */
export interface ByteParser {
  consume(window: Buffer, end: number, last: boolean): number
  /** The line on which the next token begins, counted from 1. */
  readonly line: number
}

const FIRST_WINDOW = 512 * 1024

/**
 * Feeds a parser from chunks through one window that is used again and again, so memory does not grow with the file.
 * Yields after each chunk, when the caller may carry away what was read.
 */
export async function* feed(
  chunks: AsyncIterable<Buffer>,
  parser: ByteParser,
  tokenBytes: number,
): AsyncGenerator<void> {
  let window = Buffer.allocUnsafe(FIRST_WINDOW)
  let used = 0
  for await (const chunk of chunks) {
    if (used + chunk.length > window.length) {
      const wider = Buffer.allocUnsafe(Math.max(used + chunk.length, window.length * 2))
      window.copy(wider, 0, 0, used)
      window = wider
    }
    used += chunk.copy(window, used)
    const taken = parser.consume(window, used, false)
    window.copyWithin(0, taken, used)
    used -= taken
    if (used > tokenBytes) {
      throw refuse('exchange.line-too-long', {
        line: parser.line,
        limitMiB: Math.floor(tokenBytes / 2 ** 20),
      })
    }
    yield
  }
  parser.consume(window, used, true)
  yield
}
