import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The rows of a golden CSV file, by column name: files a clerk can read and extend. */
export function goldenRows(name: string): Record<string, string>[] {
  const text = readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
  const [header = [], ...rows] = text.trim().split('\n').map(fieldsOf)
  return rows.map((fields) =>
    Object.fromEntries(header.map((column, index) => [column, fields[index] ?? ''])),
  )
}

const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
