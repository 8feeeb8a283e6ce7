import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CardRow } from '#modules/supervision/contract.ts'
import { deskOf } from '#test/http/office.ts'
import { MINUTE, openWatch } from './watch.ts'

/** The stream of live cards over a real connection, as a browser's `EventSource` reads it. */
const office = await openWatch()
let address = ''
beforeAll(async () => {
  address = await office.app.listen({ port: 0, host: '127.0.0.1' })
})

interface Reader {
  readonly cards: CardRow[]
  /** The first card for which this holds, now or within some seconds. */
  first(holds: (card: CardRow) => boolean): Promise<CardRow>
  leave(): void
}

const readers: Reader[] = []
afterAll(() => readers.forEach((reader) => reader.leave()))

async function follow(account: string, query = '', password?: string): Promise<Reader> {
  const { cookie } = await office.signIn(account, password)
  const left = new AbortController()
  const answer = await fetch(`${address}/api/cards/stream${query}`, {
    headers: { cookie },
    signal: left.signal,
  })
  expect(answer.status).toBe(200)
  const cards: CardRow[] = []
  const woken = new Set<() => void>()
  const heard = (card: CardRow) => {
    cards.push(card)
    for (const wake of woken) wake()
  }
  void read(answer, heard).catch(() => undefined)
  const reader: Reader = {
    cards,
    first: (holds) =>
      new Promise((found, missed) => {
        const patience = setTimeout(() => missed(new Error(`${account} saw no such card`)), 8000)
        const look = () => {
          const card = cards.find(holds)
          if (!card) return
          clearTimeout(patience)
          woken.delete(look)
          found(card)
        }
        woken.add(look)
        look()
      }),
    leave: () => left.abort(),
  }
  readers.push(reader)
  return reader
}

async function read(answer: Response, heard: (card: CardRow) => void): Promise<void> {
  let rest = ''
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    const blocks = (rest + part.value).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^event: card\ndata: (.*)$/m.exec(block)?.[1]
      if (data !== undefined) heard(JSON.parse(data) as CardRow)
    }
  }
}

/** Somebody of the market unit who may read its cards. */
async function marketOfficer(account: string, password: string): Promise<void> {
  const [system, security] = [await office.signIn('sun.yi'), await office.signIn('zhou.er')]
  const first = 'first-password'
  await system.send('POST', '/api/accounts', { account, name: '何新', unit: 'market', password: first })
  await security.send('PUT', `/api/accounts/${account}/roles`, { roles: ['officer'] })
  const desk = await office.signIn(account, first)
  const changed = await desk.send('POST', '/api/session/password', { current: first, next: password })
  expect(changed.statusCode).toBe(200)
}

async function planningSystem() {
  const security = await office.signIn('zhou.er')
  const made = await security.send('POST', '/api/accounts/planning.system/tokens', {
    title: '审批系统',
    days: 9,
  })
  const authorization = `Bearer ${made.json<{ bearer: string }>().bearer}`
  return (events: object[]) =>
    deskOf(office.app, '', '').send(
      'POST',
      '/api/logs/demo/events',
      { source: 'planning', events },
      { authorization, cookie: '', 'x-csrf-token': '' },
    )
}

const caseAttributes = { 事项: '建设用地规划许可', 单位: 'planning', 渠道: '政务服务大厅' }

test('[ESUP-01] a card reaches those who may see it while they watch, and nobody of another unit', async () => {
  const report = await planningSystem()
  await marketOfficer('he.xin', 'another-one-please')
  const supervisor = await follow('zhang.min')
  const ownUnit = await follow('li.wei')
  const otherUnit = await follow('he.xin', '', 'another-one-please')
  const otherLog = await follow('zhang.min', '?log=another')

  const at = new Date(office.now - MINUTE).toISOString()
  const answer = await report([
    { id: 'e1', sequence: 1, caseId: 'LIVE-1', activity: '收件', at, caseAttributes },
    { id: 'e4', sequence: 4, caseId: 'LIVE-1', activity: '受理', at },
  ])
  expect(answer.json()).toMatchObject({ accepted: 2, gaps: [{ from: 2, to: 3 }] })

  const isGap = ({ rule, caseId }: CardRow) => rule === 'SV-14' && caseId === 'LIVE-1'
  const card = await supervisor.first(isGap)
  expect(card).toMatchObject({ level: 'yellow', unit: 'planning', log: 'demo' })
  expect(await ownUnit.first(isGap)).toEqual(card)

  const officer = await office.signIn('li.wei')
  const answered = await officer.send('POST', `/api/cards/${card.card}/answer`, {
    text: '接口中断，两条事件已补报。',
  })
  expect(answered.statusCode).toBe(200)
  const isAnswered = ({ card: name, status }: CardRow) => name === card.card && status === 'answered'
  expect(await supervisor.first(isAnswered)).toMatchObject({ version: card.version + 1 })

  expect(otherUnit.cards.filter(({ unit }) => unit === 'planning')).toEqual([])
  expect(otherLog.cards).toEqual([])
})

test('without a session the stream of cards stays shut', async () => {
  const answer = await fetch(`${address}/api/cards/stream`)
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ code: 'http.sign-in-required' })
})
