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

describe('files that applicants send', () => {
  const received = async () =>
    (
      await hall.desk('li.wei').send('POST', '/api/files', {
        ...{ item: 'food-business', channel: 'counter', counter: '3', applicant, materials: [] },
      })
    ).json() as { file: { caseNo: string }; trackingCode: string }
  const send = (caseNo: string, code: string, name: string, payload: Buffer) =>
    hall.app.inject({
      method: 'POST',
      url: `/api/track/${caseNo}/uploads?code=${code}&name=${encodeURIComponent(name)}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload,
    })
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')

  test('are kept for number and code; a lying or huge one is refused, and so is a wrong code', async () => {
    const { file, trackingCode } = await received()
    const kept = await send(file.caseNo, trackingCode, '布局图.pdf', pdf)
    expect(kept.json()).toMatchObject({ name: '布局图.pdf', mediaType: 'application/pdf', size: pdf.length })
    const lying = await send(file.caseNo, trackingCode, '布局图.jpg', pdf)
    expect([lying.statusCode, lying.json().code]).toEqual([415, 'vault.file-lies'])
    const huge = await send(file.caseNo, trackingCode, '大.pdf', Buffer.alloc(21 * 1024 * 1024))
    expect([huge.statusCode, huge.json().code]).toEqual([413, 'case.file-too-large'])
    expect((await send(file.caseNo, 'AAAAAAAA', '布局图.pdf', pdf)).statusCode).toBe(404)
  })

  test('can be handed in for the own case only, and end in its materials', async () => {
    const [mine, other] = [await received(), await received()]
    const { file } = (await send(other.file.caseNo, other.trackingCode, '别人的.pdf', pdf)).json()
    await hall
      .desk('li.wei')
      .send('POST', `/api/files/${mine.file.caseNo}/supplement-notice`, { missing: ['layout'] })
    const supply = (files: string[]) =>
      hall.app.inject({
        method: 'POST',
        url: `/api/track/${mine.file.caseNo}/materials`,
        payload: { code: mine.trackingCode, materials: [{ code: 'layout', form: 'electronic', files }] },
      })
    const foreign = await supply([file])
    expect([foreign.statusCode, foreign.json().code]).toEqual([422, 'case.no-such-file'])
    const own = (await send(mine.file.caseNo, mine.trackingCode, '布局图.pdf', pdf)).json()
    expect((await supply([own.file])).json()).toMatchObject({ maySupply: false })
  })

  test('papers are given as PDF to number and code of their case, never to those of another', async () => {
    const [mine, other] = [await received(), await received()]
    await hall
      .desk('li.wei')
      .send('POST', `/api/files/${mine.file.caseNo}/supplement-notice`, { missing: ['layout'] })
    const tracked = await hall.app.inject(`/api/track/${mine.file.caseNo}?code=${mine.trackingCode}`)
    const notice = tracked.json().timeline.at(-1).notice.notice as string
    const paperOf = ({ file, trackingCode }: typeof mine) =>
      hall.app.inject(`/api/track/${file.caseNo}/papers/${notice}?code=${trackingCode}`)
    const own = await paperOf(mine)
    expect([own.statusCode, own.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await paperOf(other)).statusCode).toBe(404)
    const days = await hall.app.inject(`/api/track/${mine.file.caseNo}/clocks?code=${mine.trackingCode}`)
    expect(days.json()).toMatchObject({ today: '2026-03-02', rows: [{ limit: 'answer' }] })
  })
})
