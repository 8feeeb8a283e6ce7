import { describe, expect, test } from 'vitest'
import { soundItem } from '../../catalogue/gate/sound-item.ts'
import { applicant, openHall, paper } from '#test/scenarios/hall.ts'
import { all, html, sayIn } from './html.ts'

const hall = await openHall({ 'food-business': soundItem })
await hall.pass('2026-03-02T09:00:00')
const page = async (url: string) => {
  const answer = await hall.app.inject(url)
  return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.body }
}

describe('guides and tracking without scripts', () => {
  test('everyday words lead to the guide, which says the same as the page with scripts', async () => {
    const found = await page(`/plain?search=${encodeURIComponent('开个小饭馆')}`)
    expect([found.status, found.type]).toEqual([200, 'text/html; charset=utf-8'])
    expect(found.text).toContain('href="/plain/guide/food-business?language=zh"')
    const guide = await page('/plain/guide/food-business')
    for (const fact of [
      '有固定的经营场所',
      '经营场所布局图',
      '8个工作日',
      '20个工作日',
      '不收费',
      '县人民法院',
    ])
      expect(guide.text.replaceAll(' ', '')).toContain(fact)
    expect((await page('/plain/guide/food-business?language=en')).text).toContain('What do I bring?')
    expect(guide.text).not.toMatch(/<script|<style/)
  })

  test('a case is shown to number and code; a guess reads like a number that is not there', async () => {
    const body = {
      ...{ item: 'food-business', channel: 'counter', counter: '3', applicant, acceptIfComplete: true },
      materials: [paper('application'), paper('layout')],
    }
    const { file, trackingCode } = (await hall.desk('li.wei').send('POST', '/api/files', body)).json()
    const tracked = await page(`/plain/track?caseNo=${file.caseNo}&code=${trackingCode}`)
    expect(tracked.text).toContain('2026-03-12')
    expect(tracked.text).not.toContain('王小明')
    const guessed = await page(`/plain/track?caseNo=${file.caseNo}&code=AAAAAAAA`)
    const unknown = await page('/plain/track?caseNo=260302-000001-0&code=AAAAAAAA')
    expect(guessed.text.replaceAll(file.caseNo, '…')).toBe(unknown.text.replaceAll('260302-000001-0', '…'))
  })

  test('what somebody typed never becomes markup', async () => {
    const { text } = await page(`/plain?search=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(text).not.toContain('<script>')
    expect(html`<p title="${'"'}">${'<b>'}${all([html`<i>1</i>`])}</p>`.markup).toBe(
      '<p title="&quot;">&lt;b&gt;<i>1</i></p>',
    )
    expect(sayIn('en')({ zh: '是', en: '' })).toBe('是')
  })
})
