import { describe, expect, test } from 'vitest'
import type { Endpoint } from '#kernel/endpoint.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import { DEMO_JURISDICTION, permissionsOf, policy, startResidentSession } from '#modules/access/index.ts'
import { Role } from '#modules/access/contract.ts'
import { eventsRoute, type Route, route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import { type Desk, deskOf, openOffice } from '../http/office.ts'
import { allEndpoints } from './endpoints.ts'

const refuse = defineRefusals({ 'test.reached': { status: 418, zh: '到了', en: 'Reached' } })
const reach = () => {
  throw refuse('test.reached')
}

/** A door whose room is empty: whoever gets in is told so. */
function emptyRoom(endpoint: Endpoint): Route {
  switch (endpoint.kind ?? 'json') {
    case 'json':
      return route(endpoint, reach)
    case 'upload':
      return uploadRoute(endpoint, reach)
    case 'stream':
      return streamRoute(endpoint, reach)
    case 'events':
      return eventsRoute(endpoint, (_call, stream) => stream.send('reached', {}))
  }
}

const endpoints = await allEndpoints()
const office = await openOffice({ routesOnly: endpoints.map(emptyRoom) })

const everybody: Record<Role, string> = {
  supervisor: 'zhang.min',
  officer: 'li.wei',
  unitHead: 'wang.fang',
  leader: 'chen.jie',
  observer: 'lin.guan',
  inspector: 'he.cha',
  personnel: 'zheng.ren',
  reportingSystem: 'planning.system',
  systemAdministrator: 'sun.yi',
  securityAdministrator: 'zhou.er',
  auditAdministrator: 'wu.san',
}

const desks = new Map<Role, Desk>()
for (const role of Role.options) desks.set(role, await office.signIn(everybody[role]))

/** Somebody who proved a phone number. */
const { signed, token } = await office.database.transaction({ jurisdiction: DEMO_JURISDICTION }, (db) =>
  startResidentSession(db, 'somebody', office.now),
)
const resident = deskOf(office.app, `xiaoneng_session=${token}`, signed.csrfToken)

const urlOf = ({ path }: Pick<Endpoint, 'path'>) => path.replace('{year}', '2026').replace(/\{\w+\}/g, 'x')

const name = ({ method, path, guard }: Endpoint) => `${method} ${path} (${guard})`

describe('the list of doors', () => {
  test('is closed: these are open to everybody, and no others', () => {
    const open = endpoints.filter(({ guard }) => guard === 'public').map((endpoint) => endpoint.name)
    expect(open.sort()).toEqual([
      // An applicant proves himself by the number and the code of the case, wherever a name says `Tracked` or `track`.
      'askHearingTracked',
      'checkNotice',
      // Whoever holds a referral slip proves it by the code on it.
      'commentOnCommitment',
      'compareItem',
      'confirmHeldSlip',
      'confirmSupplement',
      // 收费公示: what is charged, why, and what is saved is for everybody.
      'feeSavings',
      'getBadge',
      // 整改公开承诺: read by everybody, and whoever raised a problem proves it by its code.
      'getCommitment',
      'getGuide',
      'getHallBoard',
      'getHealth',
      // 受保护的举报: whoever told it proves himself by its number and code.
      'getHeldCard',
      'getHeldReport',
      'getHeldSlip',
      // Medians of an item by quarter, without small cells.
      'getItemTimes',
      'getItemVersion',
      // 全流程手续图: what a project goes through is for everybody.
      'getPermitMap',
      'getQueue',
      'getRaisedProblem',
      'getTicketPlace',
      'listAgents',
      'listCommitments',
      'listFees',
      'listHalls',
      'listIntermediaries',
      'listItemVersions',
      'listItems',
      'listJurisdictions',
      'listPermitMaps',
      // Registers that an institution opens to everybody, in the fields and states that it names.
      'listPowers',
      // Circulars whose level is the public: facts by unit and office, never a name.
      'listPublicCirculars',
      'listPublicRegisters',
      // 办理结果公开: masked, and without free words.
      'listReportUnits',
      'listResults',
      'listReview',
      'listSlots',
      'listThemes',
      'plainGuide',
      'plainSearch',
      'plainTrack',
      'publicMeasures',
      'rateAgency',
      'rateFile',
      'readPublicRegister',
      'reckonFees',
      'removeTrackedUpload',
      'reportCarryingTracked',
      'reportGreeter',
      'returnHeldCard',
      'revokeAgency',
      'sayWord',
      'sendSignInCode',
      'signIn',
      'signInByCode',
      'speakOnProblem',
      'supplyTracked',
      'tellAgencyFee',
      'tellChargeTracked',
      'tellReport',
      'trackAgency',
      'trackCharges',
      'trackClocks',
      'trackFile',
      'trackForm',
      'trackFormPaper',
      'trackPaper',
      'trackProject',
      'uploadTracked',
      'watchQueue',
      'withdrawBranchTracked',
      'withdrawFile',
    ])
    const anySession = endpoints.filter(({ guard }) => guard === 'signedIn').map((endpoint) => endpoint.name)
    // Whoever is told to bring a formality may say so: staff, agents, residents. Which days work is published law.
    expect(anySession.sort()).toEqual([
      'changePassword',
      'currentSession',
      'getCalendar',
      'signOut',
      'tellDemand',
    ])
  })

  test('asks only for permissions that somebody can hold, and every permission opens some door', () => {
    const asked = new Set(
      endpoints.map(({ guard }) => guard).filter((guard) => !['public', 'signedIn'].includes(guard)),
    )
    expect([...asked].sort()).toEqual(policy.map(({ may }) => may).sort())
    for (const { may, who } of policy) expect([may, who.length > 0]).toEqual([may, true])
  })

  test('is the same in the document that other systems read', async () => {
    const document = (await office.app.inject('/api/openapi.json')).json()
    const documented = Object.values(
      document.paths as Record<string, Record<string, { operationId: string }>>,
    )
      .flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId))
      .sort()
    expect(documented).toEqual(endpoints.map((endpoint) => endpoint.name).sort())
  })
})

test('no administrator sees a case, a card or a log, and no two administrators share a permission that writes', () => {
  const cases = /^(cases|cards|logs|feed|events|rules)\./
  const held = (role: Role) => [...permissionsOf({ roles: [role], unit: null })]
  for (const role of ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const)
    expect(held(role).filter((may) => cases.test(may))).toEqual([])
  const writes = (role: Role) => held(role).filter((may) => !may.endsWith('.read'))
  expect(
    writes('systemAdministrator').filter((may) => writes('securityAdministrator').includes(may)),
  ).toEqual([])
  expect(writes('auditAdministrator')).toEqual([])
})

const guarded = endpoints.filter(({ guard }) => guard !== 'public')

const knock = ({ method, kind, ...endpoint }: Endpoint, headers: Record<string, string>) =>
  kind === 'events'
    ? office.knockAtStream(urlOf(endpoint), headers)
    : office.app
        .inject({ method, url: urlOf(endpoint), headers, ...(kind === 'upload' ? { payload: 'x' } : {}) })
        .then((answer) => ({ status: answer.statusCode, code: codeOf(answer.body) }))

const named = (list: readonly Endpoint[]) => list.map((endpoint) => ({ endpoint, named: name(endpoint) }))

describe.each(named(guarded))('$named', ({ endpoint }) => {
  test('is closed to who has not signed in', async () => {
    expect(await knock(endpoint, {})).toEqual({ status: 401, code: 'http.sign-in-required' })
  })

  test('is closed to a cookie and a token that nobody was given', async () => {
    const made = `990100.${'z'.repeat(43)}`
    expect((await knock(endpoint, { cookie: `xiaoneng_session=${made}` })).status).toBe(401)
    expect((await knock(endpoint, { authorization: `Bearer ${made}` })).status).toBe(401)
  })

  test.each(Role.options)('opens to the role %s exactly as the policy says', async (role) => {
    const desk = desks.get(role)
    const headers = { cookie: desk?.cookie ?? '', 'x-csrf-token': desk?.csrfToken ?? '' }
    const unit = ['officer', 'unitHead', 'reportingSystem'].includes(role) ? 'planning' : null
    const may = endpoint.guard === 'signedIn' || permissionsOf({ roles: [role], unit }).has(endpoint.guard)
    const answer = await knock(endpoint, headers)
    if (!may) expect(answer).toEqual({ status: 403, code: 'access.not-permitted' })
    // Past the guard there is the empty room, or a contract that wants more than an empty request.
    else expect([200, 400, 418]).toContain(answer.status)
    expect(answer.code).not.toBe('http.unexpected')
  })
})

test.each(named(guarded))('$named opens to a resident only for what is his own', async ({ endpoint }) => {
  const { cookie, csrfToken } = resident
  const answer = await knock(endpoint, { cookie, 'x-csrf-token': csrfToken })
  if (['signedIn', 'own.apply', 'registers.own'].includes(endpoint.guard))
    expect([200, 400, 418]).toContain(answer.status)
  else expect(answer).toEqual({ status: 403, code: 'access.not-permitted' })
})

const writes = guarded.filter(({ method }) => method !== 'GET')

test.each(named(writes))(
  '$named writes nothing for a cookie alone, or for a page of another site',
  async ({ endpoint }) => {
    const mayHold = (role: Role) => permissionsOf({ roles: [role], unit: 'planning' }).has(endpoint.guard)
    const role = Role.options.find(mayHold)
    const desk = role === undefined ? resident : desks.get(role)
    const cookie = desk?.cookie ?? ''
    expect(await knock(endpoint, { cookie })).toEqual({ status: 403, code: 'http.csrf' })
    const foreign = { cookie, 'x-csrf-token': desk?.csrfToken ?? '', origin: 'https://elsewhere.example' }
    expect(await knock(endpoint, foreign)).toEqual({ status: 403, code: 'http.foreign-origin' })
  },
)

function codeOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { code?: string }).code
  } catch {
    return undefined
  }
}
