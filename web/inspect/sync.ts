import { currentSession } from '#modules/access/contract.ts'
import { getVisit, handInSheet, keepEvidence, listVisits, tellAct } from '#modules/inspections/contract.ts'
import { call, newIdempotencyKey, ProblemError, signedIn } from '#ui/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'
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

/** A visit that the server has whole: what is shown once nothing of it is left on the phone. */
export interface Handed {
  readonly visit: string
  readonly name: Bilingual
  readonly steps: number
}

export interface Sent {
  /** False: the network or the session went on the way. */
  readonly all: boolean
  readonly handed: readonly Handed[]
}

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
  // Over the turn of the year too: a sheet of December is still owed in January.
  const from = `${new Date().getFullYear() - 1}-01-01`
  const { rows } = await call(listVisits, { query: { mine: 'yes', from } })
  const taken = await store.readVisits(key)
  const steps = await store.readSteps()
  for (const { visit, status } of rows) {
    const known = taken.find(({ view }) => view.visit === visit)
    const over = status === 'submitted' || status === 'skipped'
    // Begun or ended on the other inspector's phone meanwhile, and nothing done on this one: taken along anew.
    const untouched = known !== undefined && known.nth === 0 && known.view.status !== status
    if (over || (known && !untouched)) continue
    const view = await call(getVisit, { params: { visit } })
    const device = known?.device ?? `phone-${newIdempotencyKey().slice(0, 12)}`
    await store.inTurn(async () => {
      const now = await store.readVisit(key, visit)
      if (!now || now.nth === 0) await store.keepVisit(key, { view, device, nth: 0, draft: draftOf(view) })
    })
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
  findings: view.findingRows.map(({ fact, item }) => ({ fact, item })),
  rechecked: view.rechecks.map(({ finding }) => finding),
})

/**
 * Tells one step after the other, in order; each under its own key, so that a repeat changes nothing. One tab at a
 * time: two would tell the same step twice, which the key forgives, and race about what comes next.
 */
export async function sendAll(key: CryptoKey, changed: () => void): Promise<Sent> {
  return navigator.locks.request('xiaoneng-inspect-sending', async (): Promise<Sent> => {
    for (;;) {
      const steps = await store.readSteps()
      const step = nextOf(steps)
      if (!step) break
      const outcome = await send(key, step, steps)
      if (outcome.kind === 'later') return { all: false, handed: [] }
      await store.settle(step.seq, {
        state: outcome.kind,
        refusal: outcome.kind === 'refused' ? outcome.text : null,
      })
      if (outcome.kind === 'refused') await reopen(key, step, outcome.code)
      changed()
    }
    return { all: true, handed: await forgetDone(key) }
  })
}

/** What was refused can be done again, and an end says anew what was refused before it. */
async function reopen(key: CryptoKey, { seq, visit, what }: Step, code: string): Promise<void> {
  const again = reopenedBy(what, code)
  if (Object.keys(again).length > 0) await store.changeDraft(key, visit, () => again)
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
async function forgetDone(key: CryptoKey): Promise<Handed[]> {
  const steps = await store.readSteps()
  const done = (await store.readVisits(key)).filter(
    ({ view, draft }) => draft.handedIn && isDone(steps, view.visit),
  )
  for (const { view } of done) await store.forgetVisit(view.visit, steps)
  return done.map(({ view: { visit, name } }) => ({
    ...{ visit, name },
    steps: steps.filter((step) => step.visit === visit && step.state === 'sent').length,
  }))
}
