import type { Field, Value } from '#engines/registers/contract.ts'
import type { Typed } from './ValueField.tsx'

export type TypedValues = Readonly<Record<string, Typed>>

/** What is sent: empty fields are left out, numbers become numbers, money becomes 分. What cannot be read goes as it is. */
export function given(fields: readonly Field[], typed: TypedValues): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.code, field]))
  return Object.fromEntries(
    Object.entries(typed).flatMap(([code, value]) => {
      const sent = sentOf(known.get(code), value)
      return sent === undefined ? [] : [[code, sent]]
    }),
  )
}

function sentOf(field: Field | undefined, value: Typed): unknown {
  if (typeof value === 'object' && 'name' in value)
    return value.name.trim() === ''
      ? undefined
      : { name: value.name, ...(value.phone.trim() ? { phone: value.phone } : {}) }
  if (value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  if (typeof value !== 'string') return value
  if (field?.kind === 'number') return numberIn(value)
  if (field?.kind === 'money') {
    const yuan = numberIn(value)
    return typeof yuan === 'number' ? Math.round(yuan * 100) : yuan
  }
  return field?.kind === 'yesNo' ? value === 'true' : value
}

/** Text that is no number is sent as text, so that the server says so with the name of the field. */
function numberIn(text: string): number | string {
  const number = Number(text.replaceAll(',', ''))
  return Number.isFinite(number) ? number : text
}

/** A stored value as a form shows it again. */
export function typedOf(field: Field, value: Value | undefined): Typed {
  if (value === undefined || field.kind === 'person') return ''
  if (field.kind === 'money' && typeof value === 'number') return String(value / 100)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}
