import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Desk } from '#test/http/office.ts'
import { allEndpoints } from './endpoints.ts'
import { COVERT_TEAM, plantSecrets, WORDS } from './planted.ts'

/**
 * What is sealed stands in no answer, whatever is asked and whatever the status: every door of the platform is tried by
 * everybody who is not in on it, with the very numbers of what is sealed.
 */
const county = await plantSecrets()
const { office } = county
const endpoints = await allEndpoints()

const NUMBERS = {
  ...{ number: county.number, file: county.sealedFile, round: county.round, visit: county.visit },
  ...{ finding: county.covertFinding, report: county.report },
}
const SEALED_CASE = [WORDS.caseTitle, WORDS.caseFacts, county.number, county.sealedFile, county.sealedFinding]
const COVERT = [
  ...[
    WORDS.covertTitle,
    WORDS.covertFact,
    county.round,
    county.laterRound,
    county.visit,
    county.covertFinding,
  ],
  ...COVERT_TEAM,
]
const REPORTED = [WORDS.reporter, WORDS.phone, WORDS.told]
const UNDECIDED = [WORDS.openFacts, county.undecidedFile]
const ALL = [...SEALED_CASE, ...COVERT, ...REPORTED, ...UNDECIDED]

/** Who asks, and what he must not meet; supervision reads a report with its purpose, and what is not decided;
 * the subject and the deciders of a measure read the measure. */
const ASKING: Readonly<Record<string, { readonly planted: readonly string[] }>> = {
  'he.cha': { planted: ALL },
  'lin.guan': { planted: ALL },
  'wu.san': { planted: ALL },
  'sun.yi': { planted: ALL },
  'zhao.market': { planted: ALL },
  'market.head': { planted: ALL },
  // Told what is held against him; of the case behind it and who is on it he learns nothing.
  'li.wei': { planted: [WORDS.caseTitle, ...COVERT, ...REPORTED, ...UNDECIDED] },
  'wang.fang': { planted: ALL },
  // Named to decide the measure.
  'zheng.ren': { planted: [WORDS.caseTitle, ...COVERT, ...REPORTED] },
  'second.leader': { planted: ALL },
  'came.from': { planted: [...SEALED_CASE, ...COVERT] },
}

/** Lists of people as such: that somebody is in the pool, or has an account, does not say where he is sent. */
const OF_PEOPLE: readonly string[] = ['listInspectors', 'listAccounts', 'listSupervisionOffices']
/** Leaving the room, or changing the lock, ends the asking. */
const ENDING: readonly string[] = ['signOut', 'changePassword']

const doors = endpoints.filter(({ kind, name }) => kind !== 'events' && !ENDING.includes(name))

/** A path with the numbers of what is sealed, and with what is there in any county elsewhere. */
const KNOWN: Readonly<Record<string, string>> = {
  ...NUMBERS,
  ...{ unit: 'planning', account: 'li.wei', item: 'food-business', hall: 'main', log: 'demo', year: '2026' },
  ...{ kind: 'investigation', person: 'li.wei', evidence: 'note-1' },
}
function addressesOf({ path }: Endpoint): string[] {
  const filled = (more: Readonly<Record<string, string>>) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => more[name] ?? KNOWN[name] ?? 'x')
  if (path.includes('{kind}'))
    return [
      ['investigation', county.number],
      ['finding', county.covertFinding],
      ['accountability', county.sealedFile],
      ['round', county.round],
      ['visit', county.visit],
    ].map(([kind = '', id = '']) => filled({ kind, id }))
  if (path.includes('{clock}'))
    return [`finding/${county.covertFinding}/disposition`, `investigation/${county.number}/weekly`].map(
      (clock) => filled({ clock: encodeURIComponent(clock) }),
    )
  if (path.includes('{file}'))
    return [county.sealedFile, county.undecidedFile].map((file) => filled({ file }))
  if (path.includes('{finding}'))
    return [county.covertFinding, county.sealedFinding].map((finding) => filled({ finding }))
  if (path.includes('{round}')) return [county.round, county.laterRound].map((round) => filled({ round }))
  return [filled({})]
}

/** One of each thing that is asked for anywhere. */
const GIVEN: Readonly<Record<string, unknown>> = {
  ...{ unit: 'planning', account: 'li.wei', from: '2026-01-01', until: '2026-12-31', year: 2026, limit: 200 },
  ...{
    purpose: '核对数据',
    reason: '想看看里面有什么',
    text: '想看看里面有什么',
    note: '想看看',
    on: '2026-03-02',
  },
  ...{ finding: county.covertFinding, findings: [county.covertFinding], file: county.sealedFile },
  ...{
    agrees: true,
    judge: 'he.cha',
    deciders: ['second.leader'],
    outcome: 'cleared',
    reasons: '撤销原处理',
  },
  ...{ source: 'inquiry', sourceId: `visit/${county.visit}`, conduct: 'absence', happenedOn: '2026-03-02' },
  ...{ fact: '上午窗口没有人办理业务', relation: null, disposition: 'noFault', number: county.number },
  ...{ matter: county.number, kind: 'person', subject: `accountability/${county.sealedFile}` },
}

function given(shape: z.ZodType, more: object = {}): Record<string, unknown> {
  if (!(shape instanceof z.ZodObject)) return {}
  const all: Record<string, unknown> = { ...GIVEN, ...more }
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in shape.shape))
}

/** Without anything, by unit and person, and by a word that only what is sealed holds. */
function queriesOf({ query, method }: Endpoint): string[] {
  const text = (fields: Record<string, unknown>) =>
    new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()
  if (method !== 'GET') return [text(given(query))]
  const searched = given(query, { search: WORDS.covertFact })
  const { unit: _, account: __, ...wide } = given(query)
  return [...new Set([text(wide), text(given(query)), ...('search' in searched ? [text(searched)] : [])])]
}

async function ask(desk: Desk, { method, kind, body }: Endpoint, url: string) {
  if (method === 'GET') return desk.get(url)
  if (kind === 'upload')
    return office.http.inject({
      ...{ method, url, payload: 'x' },
      headers: {
        ...{ cookie: desk.cookie, 'x-csrf-token': desk.csrfToken },
        'content-type': 'application/octet-stream',
      },
    })
  return desk.send(method, url, given(body))
}

test('whoever is in on it meets what is planted when he asks for everything', async () => {
  const met = new Set<string>()
  for (const account of ['zhang.min', 'an.yi']) {
    const desk = await office.as(account)
    for (const endpoint of doors.filter(({ method }) => method === 'GET'))
      for (const address of addressesOf(endpoint))
        for (const url of urlsOf(endpoint, address))
          for (const one of told((await ask(desk, endpoint, url)).body, endpoint, url)) met.add(one)
  }
  for (const one of [
    ...SEALED_CASE,
    ...UNDECIDED,
    WORDS.covertTitle,
    county.round,
    county.laterRound,
    county.visit,
  ])
    expect([...met]).toContain(one)
}, 60_000)

test('no answer to anybody outside holds a word or a number of what is sealed, or says that it is there', async () => {
  const desks = new Map<string, Desk>()
  for (const account of Object.keys(ASKING)) desks.set(account, await office.as(account))
  desks.set('resident', await office.signInAsResident('13800001111'))
  const leaks: string[] = []
  for (const endpoint of doors)
    for (const address of addressesOf(endpoint))
      await Promise.all(
        [...desks].map(async ([account, desk]) => {
          const planted = ASKING[account]?.planted ?? ALL
          for (const url of urlsOf(endpoint, address)) {
            const { statusCode, body } = await ask(desk, endpoint, url)
            const said = `${account} ${endpoint.method} ${url} (${statusCode})`
            if (statusCode >= 500) leaks.push(`${said}: ${body.slice(0, 200)}`)
            if (statusCode < 400 && planted.some((one) => decodeURIComponent(address).includes(one)))
              leaks.push(`${said}: it is there`)
            for (const one of told(body, endpoint, url))
              if (planted.includes(one)) leaks.push(`${said}: ${one}`)
            // Closed to him as such: what else is asked is not looked at.
            if (statusCode === 401 || statusCode === 403) return
          }
        }),
      )
  expect(doors.length).toBeGreaterThan(300)
  expect(leaks).toEqual([])
}, 120_000)

const urlsOf = (endpoint: Endpoint, address: string): string[] =>
  queriesOf(endpoint).map((query) => (query === '' ? address : `${address}?${query}`))

/** What was planted and is told by an answer; what was asked with may be said again. */
function told(body: string, endpoint: Endpoint, url: string): string[] {
  const own =
    decodeURIComponent(url) + (endpoint.method === 'GET' ? '' : JSON.stringify(given(endpoint.body)))
  return ALL.filter((one) => body.includes(one) && !own.includes(one) && !isOfPeople(endpoint, one))
}

const isOfPeople = ({ name }: Endpoint, planted: string): boolean =>
  COVERT_TEAM.includes(planted as never) && OF_PEOPLE.includes(name)
