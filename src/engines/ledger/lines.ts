/** The lines of a byte stream without their ends, each valid until the next is asked for. `last` has no newline after it. */
export interface Line {
  readonly bytes: Buffer
  readonly number: number
  readonly complete: boolean
}

const NEWLINE = 10

/** Hands out lines in groups, since a promise for each of a million lines costs more than checking it. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line[]> {
  let rest: Buffer[] = []
  let restBytes = 0
  let number = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const firstEnd = bytes.indexOf(NEWLINE)
    if (firstEnd < 0) {
      rest.push(bytes)
      restBytes += bytes.length
      if (restBytes > longest) break
      continue
    }
    const first =
      rest.length === 0 ? bytes.subarray(0, firstEnd) : Buffer.concat([...rest, bytes.subarray(0, firstEnd)])
    const lines: Line[] = [{ bytes: first, number: ++number, complete: true }]
    let start = firstEnd + 1
    for (let end = bytes.indexOf(NEWLINE, start); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      lines.push({ bytes: bytes.subarray(start, end), number: ++number, complete: true })
      start = end + 1
    }
    rest = start < bytes.length ? [bytes.subarray(start)] : []
    restBytes = bytes.length - start
    yield lines
  }
  if (restBytes > 0) yield [{ bytes: Buffer.concat(rest), number: ++number, complete: false }]
}
