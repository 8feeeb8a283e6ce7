import { expect, test } from 'vitest'
import { matterPlace, placeOf } from './place.ts'

test.each([
  { of: '261109-899072-2', at: '/cases/hall/261109-899072-2', why: 'a case handled here goes by its number' },
  { of: 'case/261109-899072-2', at: '/cases/hall/261109-899072-2', why: 'and by its stream' },
  { of: 'demo/A-17', at: '/cases/demo/A-17', why: 'a case of another log by the name of the log' },
  { of: 'log/demo/A-17#3', at: '/cases/demo/A-17', why: 'the event that is meant is on its page' },
  { of: 'finding/26-1', at: '/findings/26-1', why: 'a finding' },
])('$why: $of', ({ of, at }) => {
  expect(matterPlace(of)?.at).toBe(at)
})

test.each(['三个环节均无办理记录', 'A1', '（2026）3号/补', 'and / or', 'demo/'])(
  'free words stay as they are: %s',
  (words) => {
    expect(matterPlace(words)).toBeUndefined()
  },
)

test('only a matter is read as the case of a log: a reference with an unknown head is nobody’s address', () => {
  expect(placeOf('demo/A-17')).toBeUndefined()
})
