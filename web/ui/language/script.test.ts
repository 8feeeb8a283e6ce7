import { afterEach, describe, expect, test } from 'vitest'
import { sayDay, sayLimit } from './dates.ts'
import { inScript, writeAsIs, writeTraditional } from './script.ts'

afterEach(writeAsIs)

describe('繁體 by conversion', () => {
  test('without the reader asking for it every text stays as it was written', () => {
    expect(inScript('复核、头发、发展')).toBe('复核、头发、发展')
  })

  test.each([
    { simplified: '行政复议与答复', traditional: '行政複議與答覆' },
    { simplified: '发展头发', traditional: '發展頭髮' },
    { simplified: '法定办结时限', traditional: '法定辦結時限' },
    { simplified: '黄牌、红牌', traditional: '黃牌、紅牌' },
    { simplified: '干部作风，干预办件', traditional: '幹部作風，干預辦件' },
    { simplified: '共 {{count}} 条', traditional: '共 {{count}} 條' },
  ])('$simplified becomes $traditional', async ({ simplified, traditional }) => {
    await writeTraditional()
    expect(inScript(simplified)).toBe(traditional)
  })

  test('dates and limits follow', async () => {
    await writeTraditional()
    expect(sayDay('2026-11-21', 'zh')).toBe('2026年11月21日 (週六)')
    expect(sayLimit('20W', 'zh')).toBe('20個工作日')
    expect(sayDay('2026-11-21', 'en')).toBe('21 Nov 2026')
  })

  test('and go back when the reader does', async () => {
    await writeTraditional()
    writeAsIs()
    expect(inScript('办结')).toBe('办结')
  })
})
