import { type Call, type Route, route, sessionCookie } from '#platform/http/index.ts'
import { SESSION_MS, sessionView } from '#modules/access/index.ts'
import * as contract from './contract.ts'
import { refuse } from './refusals.ts'
import { codeDesk, type SignInServices } from './sign-in.ts'
import { findDraft, findDrafts, putDraft, removeDraft } from './store.ts'

const DRAFT_LIMIT = 256 * 1024

export function residentRoutes(services: SignInServices): Route[] {
  const desk = codeDesk(services)
  return [
    route(contract.sendSignInCode, (call) => desk.sendCode(call.body, call)),
    route(contract.signInByCode, async (call) => {
      const { signed, token } = await desk.signIn(call.body, call)
      const { secure } = call
      call.setHeader('set-cookie', sessionCookie(token, { secure, maxAgeSeconds: SESSION_MS / 1000 }))
      return sessionView(signed)
    }),
    ...profileRoutes(services),
    ...draftRoutes(services),
  ]
}

const personOf = ({ caller }: Pick<Call, 'caller'>) => caller.account.replace(/^resident\//, '')

const profileRoutes = ({ database, vault }: SignInServices): Route[] => [
  // Reading is told, so it is a transaction that writes.
  route(contract.ownProfile, (call) =>
    database.transaction(call.scope, (db) =>
      vault.readPerson(
        db,
        personOf(call),
        { purpose: '本人查阅' },
        { by: call.caller.account, at: call.now },
      ),
    ),
  ),
  route(contract.changeOwnProfile, (call) =>
    call.transaction(async (db) => {
      await vault.changePerson(db, personOf(call), call.body, { by: call.caller.account, at: call.now })
      return {}
    }),
  ),
]

const draftRoutes = ({ vault, draftRemoved }: SignInServices): Route[] => [
  route(contract.listDrafts, (call) =>
    call.read(async (db) => {
      const rows = await findDrafts(db, personOf(call))
      return { rows: rows.map(({ item, savedAt }) => ({ item, savedAt: savedAt.toISOString() })) }
    }),
  ),
  route(contract.getDraft, (call) =>
    call.read(async (db) => {
      const [person, { item }] = [personOf(call), call.params]
      const draft = await findDraft(db, person, item)
      if (!draft) throw refuse('resident.no-draft')
      const text = await vault.openText(db, person, `draft/${item}`, draft.content)
      // Written by `saveDraft` from a validated body.
      const content = JSON.parse(text) as Record<string, unknown>
      return { item, savedAt: draft.savedAt.toISOString(), content }
    }),
  ),
  route(contract.saveDraft, (call) =>
    call.transaction(async (db) => {
      const [person, { item }, at] = [personOf(call), call.params, call.now]
      const text = JSON.stringify(call.body.content)
      if (text.length > DRAFT_LIMIT) throw refuse('resident.draft-too-large')
      await putDraft(db, {
        person,
        item,
        content: await vault.sealText(db, person, `draft/${item}`, text),
        at,
      })
      return { item, savedAt: new Date(at).toISOString() }
    }),
  ),
  route(contract.deleteDraft, (call) =>
    call.transaction(
      async (db) => {
        const [person, { item }] = [personOf(call), call.params]
        if ((await removeDraft(db, person, item)) === 0) throw refuse('resident.no-draft')
        await draftRemoved?.(db, { person, item }, { by: call.caller.account, at: call.now })
        return {}
      },
      { reach: 'jurisdiction' },
    ),
  ),
]
