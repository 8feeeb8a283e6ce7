import { describe, expect, test } from 'vitest'
import { soundItem } from '../catalogue/gate/sound-item.ts'
import { applicant, openHall } from '#test/scenarios/hall.ts'

const hall = await openHall({ 'food-business': soundItem })
await hall.pass('2026-03-02T09:00:00')

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
    const uploads = `/api/files/${mine.file.caseNo}/uploads`
    const listed = await hall.desk('li.wei').get(uploads)
    expect(listed.json().rows).toMatchObject([{ file: own.file, name: '布局图.pdf', material: 'layout' }])
    const read = await hall
      .desk('li.wei')
      .get(`${uploads}/${own.file}?purpose=${encodeURIComponent('审查材料')}`)
    expect([read.statusCode, read.rawPayload.equals(pdf)]).toEqual([200, true])
    expect((await hall.desk('li.wei').get(`${uploads}/${own.file}`)).statusCode).toBe(400)
    expect((await hall.desk('li.wei').get(`${uploads}/${file}?purpose=abc`)).statusCode).toBe(422)
    expect((await hall.desk('zhang.min').get(`${uploads}/${own.file}?purpose=abc`)).statusCode).toBe(403)
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

  test('that were not handed in are removed by number and code; one that was handed in stays', async () => {
    const mine = await received()
    const { caseNo } = mine.file
    await hall.desk('li.wei').send('POST', `/api/files/${caseNo}/supplement-notice`, { missing: ['layout'] })
    const [kept, other] = [
      (await send(caseNo, mine.trackingCode, '布局图.pdf', pdf)).json().file as string,
      (await send(caseNo, mine.trackingCode, '拿错了.pdf', pdf)).json().file as string,
    ]
    await hall.app.inject({
      method: 'POST',
      url: `/api/track/${caseNo}/materials`,
      payload: {
        code: mine.trackingCode,
        materials: [{ code: 'layout', form: 'electronic', files: [kept] }],
      },
    })
    const remove = async (file: string, code: string) => {
      const url = `/api/track/${caseNo}/uploads/${file}?code=${code}`
      const answer = await hall.app.inject({ method: 'DELETE', url })
      return [answer.statusCode, answer.json().code]
    }
    expect(await remove(other, 'CCCCCCCC')).toEqual([404, 'case.not-found'])
    expect(await remove(other, mine.trackingCode)).toEqual([200, undefined])
    expect(await remove(other, mine.trackingCode)).toEqual([422, 'case.no-such-file'])
    expect(await remove(kept, mine.trackingCode)).toEqual([409, 'case.file-handed-in'])
  })
})
