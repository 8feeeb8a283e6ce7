import { expect, test } from 'vitest'
import type { UploadView } from '#modules/exchange/contract.ts'
import { draftOf, faultsOf, isLogName, logNameOf, requestOf } from './draft.ts'

const column = (name: string, guess: UploadView['columns'][number]['guess']) => ({ name, samples: [], guess })

const upload: UploadView = {
  upload: 'u-1',
  fileName: 'Permits 2026.csv.gz',
  bytes: 10,
  format: 'csv',
  encoding: 'GB18030',
  columns: [
    column('编号', 'case'),
    column('环节', 'activity'),
    column('时间', 'at'),
    column('单位', 'caseAttribute'),
  ],
  rows: [],
  presets: [
    { name: 'csv-default', title: { zh: '通用', en: 'Generic' }, fits: true },
    { name: 'boston-311', title: { zh: '波士顿', en: 'Boston' }, fits: false },
  ],
}
const table: UploadView = {
  ...upload,
  columns: [
    column('id', 'case'),
    column('opened', 'milestone'),
    column('closed', 'milestone'),
    column('ward', null),
  ],
}

test('what was guessed of the columns is chosen already', () => {
  expect(draftOf(upload)).toMatchObject({
    way: 'columns',
    shape: 'events',
    parts: { case: '编号', activity: '环节', at: '时间' },
    caseAttributes: ['单位'],
    log: 'permits-2026',
    title: 'Permits 2026',
  })
})

test('a preset that fits is chosen before columns, unless it is only a default', () => {
  const fitting = { name: 'wabo-receipt', title: { zh: '许可', en: 'Permit' }, fits: true }
  expect(draftOf({ ...upload, presets: [...upload.presets, fitting] }).way).toBe('preset:wabo-receipt')
})

test('a table with one row a case is recognised by its columns of times', () => {
  const draft = draftOf(table)
  expect(draft.shape).toBe('cases')
  expect(requestOf(draft)).toEqual({
    upload: 'u-1',
    log: 'permits-2026',
    title: 'Permits 2026',
    columns: { case: 'id', milestones: { opened: 'opened', closed: 'closed' }, zone: 'Asia/Shanghai' },
  })
})

test('XES needs no columns', () => {
  const draft = draftOf({ ...upload, format: 'xes', presets: [] })
  expect(draft.way).toBe('standard')
  expect(requestOf(draft)).toEqual({ upload: 'u-1', log: 'permits-2026', title: 'Permits 2026' })
})

test('a preset is sent by its name and takes no columns with it', () => {
  expect(requestOf({ ...draftOf(upload), way: 'preset:boston-311' })).toEqual({
    upload: 'u-1',
    log: 'permits-2026',
    title: 'Permits 2026',
    preset: 'boston-311',
  })
})

test('what is missing is named', () => {
  const draft = draftOf(upload)
  expect(faultsOf({ ...draft, parts: { case: '编号' } })).toEqual([
    { kind: 'missing', part: 'activity' },
    { kind: 'missing', part: 'at' },
  ])
  expect(faultsOf({ ...draft, shape: 'cases' })).toEqual([{ kind: 'missing', part: 'milestones' }])
})

test('one column cannot play two parts', () => {
  const draft = draftOf(upload)
  expect(faultsOf({ ...draft, parts: { ...draft.parts, at: '编号' } })).toEqual([
    { kind: 'twice', one: 'case', other: 'at' },
  ])
})

test.each([
  { stem: 'Receipt (2011)', name: 'receipt-2011' },
  { stem: '../../etc/passwd', name: 'etc-passwd' },
  { stem: '许可办件', name: '' },
  { stem: 'x'.repeat(80), name: 'x'.repeat(60) },
])('$stem gives the name "$name"', ({ stem, name }) => {
  expect(logNameOf(stem)).toBe(name)
})

test('a name with a capital, a space or a path in it is no name', () => {
  expect(['Permits', 'a b', '../a', '-a', ''].filter(isLogName)).toEqual([])
})
