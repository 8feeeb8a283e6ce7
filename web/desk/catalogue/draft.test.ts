import { expect, test } from 'vitest'
import { soundItem } from '../../../src/modules/catalogue/gate/sound-item.ts'
import { CHECKS } from '../../../src/modules/catalogue/gate/index.ts'
import { ItemContent } from '../../../src/modules/catalogue/item-contract.ts'
import { blankContent } from './blank.ts'
import { differences } from './difference.ts'
import { SECTIONS } from './fields.ts'
import { DRAWN } from './parts.ts'
import { byPlace, countWithin, freshCode, placesOf, valueAt, withValue } from './paths.ts'

const fields = SECTIONS.flatMap((section) => section.fields)

test('every property of an item has its field in the editor, down to the last row', () => {
  const places = new Set([...placesOf(fields, soundItem), DRAWN.key])
  const leaves = (value: unknown, at: string): string[] =>
    places.has(at) && !(typeof value === 'object' && value !== null && hasInner(at))
      ? []
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, at === '' ? key : `${at}.${key}`))
        : [at]
  const hasInner = (at: string) => [...places].some((place) => place.startsWith(`${at}.`))
  expect(leaves(soundItem, '')).toEqual([])
  expect(Object.keys(ItemContent.shape).filter((key) => !places.has(key))).toEqual([])
})

test('what is drafted from scratch can be stored as it is, and the checks say what is missing', () => {
  expect(
    ItemContent.safeParse(blankContent({ zh: '新事项', en: '' }, { zh: '规划局', en: '' })).success,
  ).toBe(true)
})

test('each finding stands at the field that it speaks of, or at the nearest one above', () => {
  const around = { from: '2026-03-02' as never, before: undefined, namesakes: [] }
  const found = CHECKS.flatMap(({ check, examples }) =>
    examples
      .filter(({ fires }) => fires)
      .flatMap((example) => check(example.change(soundItem), { ...around, ...example.around?.(soundItem) })),
  )
  const placed = byPlace(found, [...placesOf(fields, soundItem), DRAWN.key])
  expect(placed.get('') ?? []).toEqual([])
  expect(countWithin(placed, 'materials')).toBeGreaterThan(0)
})

test('a changed place leaves the rest as it is', () => {
  const changed = withValue(soundItem, 'materials.1.name.zh', '平面图')
  expect(valueAt(changed, 'materials.1.name.zh')).toBe('平面图')
  expect(changed.materials[0]).toBe(soundItem.materials[0])
  expect(soundItem.materials[1]?.name.zh).not.toBe('平面图')
})

test('a new row gets a code that none has', () => {
  expect(freshCode([{ code: 'm2' }, { code: 'x' }], 'm')).toBe('m3')
  expect(freshCode([{ code: 'm2' }], 'm')).toBe('m3')
})

test('rows with a code are the same row wherever they stand', () => {
  const [first, second] = soundItem.materials
  const turned = { ...soundItem, materials: [second, first] }
  expect(differences(soundItem, turned)).toMatchObject([{ place: 'materials' }])
  const shorter = { ...soundItem, materials: [second] }
  expect(differences(soundItem, shorter)).toEqual([{ place: 'materials.0', before: first, after: undefined }])
  const slower = withValue(soundItem, 'limits.committed.length', 12)
  expect(differences(soundItem, slower)).toEqual([
    {
      place: 'limits.committed',
      before: soundItem.limits.committed,
      after: { ...soundItem.limits.committed, length: 12 },
    },
  ])
  expect(differences(soundItem, structuredClone(soundItem))).toEqual([])
})
