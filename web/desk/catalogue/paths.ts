import type { Field } from './field.ts'

/** Content is plain JSON; a place in it is written as the checks write it: `materials.2.name`. */
type Tree = Readonly<Record<string, unknown>> | readonly unknown[]

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

export const join = (at: string, key: string | number): string =>
  key === '' ? at : at === '' ? String(key) : `${at}.${key}`

export function valueAt(content: unknown, path: string): unknown {
  if (path === '') return content
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (isTree(value) ? (value as Record<string, unknown>)[key] : undefined),
      content,
    )
}

/** The content with one place changed; everything else is the same object as before. */
export function withValue<Content>(content: Content, path: string, value: unknown): Content {
  if (path === '') return value as Content
  const [key = '', ...rest] = path.split('.')
  const inner = (content as Record<string, unknown>)[key]
  const changed = withValue(inner, rest.join('.'), value)
  if (Array.isArray(content))
    return content.map((one: unknown, index) => (String(index) === key ? changed : one)) as Content
  return { ...content, [key]: changed }
}

/** Every place that has a field of its own on the page. */
export function placesOf(fields: readonly Field[], content: unknown, at = ''): string[] {
  return fields.flatMap((field) => {
    const path = join(at, field.key)
    const value = valueAt(content, path)
    if (field.kind === 'group')
      return value == null ? [path] : [path, ...placesOf(field.fields, content, path)]
    if (field.kind !== 'list' || !Array.isArray(value)) return [path]
    return [
      path,
      ...value.flatMap((_, index) => [
        join(path, index),
        ...placesOf(field.fields, content, join(path, index)),
      ]),
    ]
  })
}

/** Things found, each at the nearest place that is on the page; what speaks of no field stands at the empty place. */
export function byPlace<Found extends { readonly place: string }>(
  found: readonly Found[],
  places: readonly string[],
): ReadonlyMap<string, readonly Found[]> {
  const known = new Set(places)
  const sorted = new Map<string, Found[]>()
  for (const one of found) {
    let place = one.place
    while (place !== '' && !known.has(place))
      place = place.includes('.') ? place.slice(0, place.lastIndexOf('.')) : ''
    sorted.set(place, [...(sorted.get(place) ?? []), one])
  }
  return sorted
}

/** How many of them stand at a place or below it. */
export const countWithin = (found: ReadonlyMap<string, readonly unknown[]>, path: string): number =>
  [...found].reduce(
    (sum, [place, list]) => sum + (place === path || place.startsWith(`${path}.`) ? list.length : 0),
    0,
  )

/** A code that no row of the list has yet: `m4`. */
export function freshCode(rows: readonly unknown[], prefix: string): string {
  const taken = new Set(rows.map((row) => (isTree(row) ? String((row as Record<string, unknown>).code) : '')))
  let number = rows.length + 1
  while (taken.has(`${prefix}${number}`)) number++
  return `${prefix}${number}`
}
