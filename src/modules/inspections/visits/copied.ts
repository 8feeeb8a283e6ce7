import type { Answer } from './visit.ts'

interface Sheet {
  readonly visit: string
  readonly unit: string
  readonly answers: readonly Answer[]
}

/** So much text written twice in the same words is no chance. */
const TELLING_LENGTH = 12

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase()

/**
 * 雷同: sheets of different units with the same marks and the same notes, or with a longer note word for word. Equal
 * marks alone prove nothing: many units are in order.
 */
export function copiedSheets(
  sheets: readonly Sheet[],
): { readonly visits: readonly string[]; readonly because: 'sheet' | 'note' }[] {
  return [
    ...shared(sheets, (sheet) => wholeOf(sheet)).map((visits) => ({ visits, because: 'sheet' as const })),
    ...shared(sheets, notesOf).map((visits) => ({ visits, because: 'note' as const })),
  ].filter(
    ({ visits, because }, at, all) =>
      because === 'sheet' ||
      !all.slice(0, at).some((one) => visits.every((visit) => one.visits.includes(visit))),
  )
}

const wholeOf = ({ answers }: Sheet): string[] => {
  if (answers.every(({ note }) => plain(note) === '')) return []
  const lines = answers.map(({ item, mark, note }) => `${item}=${mark}:${plain(note)}`)
  return [lines.sort().join('|')]
}

const notesOf = ({ answers }: Sheet): string[] =>
  answers.flatMap(({ item, note }) =>
    plain(note).length >= TELLING_LENGTH ? [`${item}:${plain(note)}`] : [],
  )

function shared(sheets: readonly Sheet[], keysOf: (sheet: Sheet) => readonly string[]): string[][] {
  const found = new Map<string, Sheet[]>()
  for (const sheet of sheets)
    for (const key of new Set(keysOf(sheet))) found.set(key, [...(found.get(key) ?? []), sheet])
  return [...found.values()]
    .filter((group) => new Set(group.map(({ unit }) => unit)).size > 1)
    .map((group) => group.map(({ visit }) => visit))
}
