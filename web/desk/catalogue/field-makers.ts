import type { Bilingual, Field } from './field.ts'

export const label = (zh: string, en: string): Bilingual => ({ zh, en })
export const say = (key: string, zh: string, en: string, more: Partial<Field> = {}) =>
  ({ key, label: label(zh, en), kind: 'said', ...more }) as Field
export const text = (key: string, zh: string, en: string, more: Partial<Field> = {}) =>
  ({ key, label: label(zh, en), kind: 'text', ...more }) as Field
export const tick = (key: string, zh: string, en: string): Field => ({
  key,
  label: label(zh, en),
  kind: 'tick',
})
export const limit = (key: string, zh: string, en: string, nullable = false): Field => ({
  ...{ key, label: label(zh, en), kind: 'limit', nullable },
})
export const day = (key: string, zh: string, en: string, nullable = false): Field => ({
  ...{ key, label: label(zh, en), kind: 'day', nullable },
})
export const choice = (
  key: string,
  zh: string,
  en: string,
  of: Readonly<Record<string, Bilingual>>,
): Field => ({
  ...{ key, label: label(zh, en), kind: 'choice', of },
})
export const choices = (
  key: string,
  zh: string,
  en: string,
  of: Readonly<Record<string, Bilingual>>,
): Field => ({
  ...{ key, label: label(zh, en), kind: 'choices', of },
})
export const number = (
  key: string,
  zh: string,
  en: string,
  min: number,
  max: number,
  nullable = false,
): Field => ({
  ...{ key, label: label(zh, en), kind: 'number', min, max, nullable },
})
export const group = (
  key: string,
  zh: string,
  en: string,
  fields: readonly Field[],
  blank?: () => unknown,
): Field => ({
  ...{ key, label: label(zh, en), kind: 'group', fields, ...(blank ? { blank } : {}) },
})
export const list = (
  key: string,
  zh: string,
  en: string,
  { fields, blank, most }: { fields: readonly Field[]; blank: (code: string) => unknown; most: number },
): Field => ({ key, label: label(zh, en), kind: 'list', fields, blank, most })

export const code = text('code', '编码', 'Code', { pattern: '[A-Za-z0-9][A-Za-z0-9\\-]{0,39}' })
export const name = say('name', '名称', 'Name')

export const basis: readonly Field[] = [
  text('law', '法律、法规、规章名称', 'Law, regulation or rule'),
  text('article', '条款', 'Article'),
  text('text', '条文', 'Text', { long: true }),
  day('inForceFrom', '施行日期', 'In force from'),
  day('repealedFrom', '废止日期（仍有效则空）', 'Repealed from (empty while it is law)', true),
]

export const body: readonly Field[] = [
  name,
  say('address', '地址', 'Address'),
  text('phone', '电话', 'Phone'),
  limit('within', '期限', 'Within'),
]
