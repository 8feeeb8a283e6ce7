import { currentSession } from '#modules/access/contract.ts'
import { getVisit, handInSheet, keepEvidence, listVisits, tellAct } from '#modules/inspections/contract.ts'
import { call, ProblemError, signedIn } from '#ui/index.ts'
import * as store from './phone-store.ts'
import {
  isDone,
  nextOf,
  type Outcome,
  outcomeOf,
  refusedNumbers,
  reopenedBy,
  type Step,
  type Telling,
} from './queue.ts'

/** Says whether there is a session: 'offline' when nobody answers. */
export async function session(): Promise<'signedIn' | 'signedOut' | 'offline'> {
  try {
    signedIn.begin(await call(currentSession, {}))
    return 'signedIn'
  } catch (error) {
    return error instanceof ProblemError && error.status === 401 ? 'signedOut' : 'offline'
  }
}

/** Visits that this inspector is to make, as they stand on the server. What was done here meanwhile is kept. */
export async function takeAlong(key: CryptoKey): Promise<void> {
  const { rows } = await call(listVisits, { query: { mine: 'yes' } })
  const taken = await store.readVisits(key)
  const steps = await store.readSteps()
  for (const { visit, status } of rows) {
    const known = taken.find(({ view }) => view.visit === visit)
    const over = status === 'submitted' || status === 'skipped'
    if (known || over) continue
    const view = await call(getVisit, { params: { visit } })
    await store.keepVisit(key, { view, nth: 0, draft: draftOf(view) })
  }
  for (const { view } of taken) {
    const row = rows.find(({ visit }) => visit === view.visit)
    const over = row === undefined || row.status === 'submitted' || row.status === 'skipped'
    const waits = steps.some(
      (step) => step.visit === view.visit && (step.state === 'waiting' || step.state === 'refused'),
    )
    if (over && !waits) await store.forgetVisit(view.visit, steps)
  }
}

const draftOf = ({ status, follows: _, ...view }: store.TakenVisit['view']): store.Draft => ({
  ...store.NOTHING_DONE,
  started: status !== 'planned',
  ended: status === 'ended',
  findings: view.findingRows.map(({ fact }) => fact),
  rechecked: view.rechecks.map(({ finding }) => finding),
})

/** Tells one step after the other, in order; each under its own key, so that a repeat changes nothing. */
export async function sendAll(key: CryptoKey, changed: () => void): Promise<void> {
  for (;;) {
    const steps = await store.readSteps()
    const step = nextOf(steps)
    if (!step) break
    const outcome = await send(key, step, steps)
    if (outcome.kind === 'later') return
    await store.settle(step.seq, {
      state: outcome.kind,
      refusal: outcome.kind === 'refused' ? outcome.text : null,
    })
    if (outcome.kind === 'refused') await reopen(key, step, outcome.code)
    changed()
  }
  await forgetDone(key)
  changed()
}

/** What was refused can be done again, and an end says anew what was refused before it. */
async function reopen(key: CryptoKey, { seq, visit, what }: Step, code: string): Promise<void> {
  const taken = (await store.readVisits(key)).find(({ view }) => view.visit === visit)
  const again = reopenedBy(what, code)
  if (taken && Object.keys(again).length > 0)
    await store.keepVisit(key, { ...taken, draft: { ...taken.draft, ...again } })
  const telling = (await store.contentOf(key, seq).catch(() => undefined))?.telling
  if (telling?.kind !== 'act' || telling.act.kind !== 'end') return
  await store.changeContent(key, seq, { kind: 'act', act: { ...telling.act, refused: undefined } })
}

async function send(key: CryptoKey, step: Step, steps: readonly Step[]): Promise<Outcome> {
  const content = await store.contentOf(key, step.seq).catch(() => undefined)
  if (!content)
    return {
      kind: 'refused',
      code: 'damaged',
      text: {
        zh: '本机上这一步的内容已损坏，无法读出，没有上报',
        en: 'What this phone kept of this step is damaged and was not sent',
      },
    }
  const telling = await completed(key, step, steps, content.telling)
  try {
    await tell(step, telling, content.file)
    return { kind: 'sent' }
  } catch (error) {
    if (error instanceof ProblemError) return outcomeOf(error)
    throw error
  }
}

/** The end of a visit says which of the steps before it the server did not take. */
async function completed(
  key: CryptoKey,
  { seq, visit }: Step,
  steps: readonly Step[],
  telling: Telling,
): Promise<Telling> {
  if (telling.kind !== 'act' || telling.act.kind !== 'end' || telling.act.refused !== undefined)
    return telling
  const act = { ...telling.act, refused: refusedNumbers(steps, visit) }
  const said: Telling = { kind: 'act', act }
  await store.changeContent(key, seq, said)
  return said
}

async function tell({ visit, key }: Step, telling: Telling, file: ArrayBuffer | null): Promise<void> {
  const given = { params: { visit }, idempotencyKey: key }
  if (telling.kind === 'sheet')
    return void (await call(handInSheet, { ...given, body: { text: telling.text } }))
  if (telling.kind === 'evidence') {
    const body = new Blob([file ?? new ArrayBuffer(0)]) as never
    return void (await call(keepEvidence, { ...given, query: telling.query, body }))
  }
  const { act } = telling
  const body = act.kind === 'start' ? { ...act, sentAt: new Date().toISOString() } : act
  await call(tellAct, { ...given, body })
}

/** A visit whose sheet the server has is not on this phone any more. */
async function forgetDone(key: CryptoKey): Promise<void> {
  const steps = await store.readSteps()
  for (const { view, draft } of await store.readVisits(key))
    if (draft.handedIn && isDone(steps, view.visit)) await store.forgetVisit(view.visit, steps)
}
