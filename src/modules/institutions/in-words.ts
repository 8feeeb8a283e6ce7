import type { Bilingual } from '#kernel/refusal.ts'
import { type Entry, type Field, isReference } from '#engines/registers/index.ts'
import type { Called } from './called.ts'

const YES_NO: readonly [Bilingual, Bilingual] = [
  { zh: '否', en: 'no' },
  { zh: '是', en: 'yes' },
]

/** A value as people read it. */
export function inWords(field: Field, value: Entry['values'][string], called: Called): Bilingual {
  if (typeof value === 'boolean') return YES_NO[Number(value) as 0 | 1]
  if (typeof value === 'number') {
    const text = field.kind === 'money' ? (value / 100).toFixed(2) : String(value)
    return { zh: text, en: text }
  }
  if (typeof value === 'string' && (isReference(field.kind) || field.kind === 'person'))
    return called(field.kind, value)
  const titles = [value]
    .flat()
    .map((code) => field.choices?.find((choice) => choice.code === code)?.title ?? { zh: code, en: code })
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') }
}
