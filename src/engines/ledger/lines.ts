/** The lines of a byte stream without their ends, each valid until the next is asked for. `last` has no newline after it. */
export interface Line {
  readonly bytes: Buffer
  readonly number: number
  readonly complete: boolean
}

const NEWLINE = 10

/** Hands out lines in groups, since a promise for each of a million lines costs more than checking it. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line[]> {
  let rest: Uint8Array[] = []
  let restBytes = 0
  let number = 0
  for await (const chunk of chunks) {
    rest.push(chunk)
    restBytes += chunk.length
    if (chunk.indexOf(NEWLINE) < 0) {
      if (restBytes > longest) break
      continue
    }
    const bytes =
      rest.length > 1 ? Buffer.concat(rest) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const lines: Line[] = []
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      lines.push({ bytes: bytes.subarray(start, end), number: ++number, complete: true })
      start = end + 1
    }
    rest = start < bytes.length ? [bytes.subarray(start)] : []
    restBytes = bytes.length - start
    yield lines
  }
  if (restBytes > 0) yield [{ bytes: Buffer.concat(rest), number: ++number, complete: false }]
}
