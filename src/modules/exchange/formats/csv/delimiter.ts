export const DELIMITERS = [',', '\t', ';', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const LINES = 10

/** The delimiter that parts the first lines most evenly: the one whose least frequent line has most of it. */
export function delimiterOf(head: Buffer): Delimiter | undefined {
  const lines = firstLines(head)
  let best: Delimiter | undefined
  let most = 0
  for (const delimiter of DELIMITERS) {
    const header = countOutsideQuotes(lines[0] ?? '', delimiter)
    const least = Math.min(...lines.map((line) => countOutsideQuotes(line, delimiter)))
    const score = least * 1000 + header
    if (header > 0 && score > most) {
      most = score
      best = delimiter
    }
  }
  return best
}

/** Lines as records: a line break inside quotes does not end one. The last is left out where it may have been cut. */
function firstLines(head: Buffer): string[] {
  const text = head.toString('utf8', 0, 64 * 1024)
  const lines: string[] = []
  let line = ''
  let quoted = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    if (!quoted && (char === '\n' || char === '\r')) {
      if (line.trim() !== '') lines.push(line)
      line = ''
      if (lines.length === LINES) return lines
    } else line += char
  }
  return lines.length === 0 || line.trim() === '' ? (lines.length > 0 ? lines : [line]) : lines
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (char === delimiter && !quoted) count++
  }
  return count
}
