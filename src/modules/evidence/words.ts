import type { Bilingual } from '#kernel/refusal.ts'
import type { BundleSource, FileInBundle } from './source.ts'

interface Told {
  readonly type: string
  /** The payload as it stands in the ledger. */
  readonly payload: string
}

/** Where people say why: looked for in this order, as text or in both languages. */
const SPOKEN = ['because', 'fact', 'text', 'reason', 'statement', 'opinion', 'result', 'conclusion', 'note']

/** What an event is called, and what was said with it, in Chinese. */
export function saidBy(
  source: BundleSource | undefined,
  { type, payload }: Told,
): { name: Bilingual; text: string } {
  const given = JSON.parse(payload) as Record<string, unknown>
  const own = source?.say?.({ type, payload: given })
  const name = source?.events?.[type] ?? { zh: type, en: type }
  const spoken = SPOKEN.flatMap((field) => textOf(given[field]))
  return { name, text: own ? own.zh : spoken.join('；') }
}

function textOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string')
    return [value.zh]
  return []
}

/** The source of the file that a stream belongs to. */
export const sourceOf = (
  files: readonly (FileInBundle & { readonly source: BundleSource })[],
  stream: string,
): BundleSource | undefined => files.find(({ streams }) => streams.includes(stream))?.source
