import { useCallback, useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '#ui/index.ts'
import { sha256 } from './lock.ts'
import * as store from './phone-store.ts'
import type { Step, Telling } from './queue.ts'
import { type Handed, sendAll, session, takeAlong } from './sync.ts'
import type { Fix } from './capture.ts'

const EVERY_MS = 30_000

export type Connection = 'signedIn' | 'signedOut' | 'offline' | 'working'
/** Why something could not be written down on this phone. */
export type Fault = 'full' | 'failed'

/** Without the three fields that the phone fills in itself. */
type Bare<T> = T extends unknown ? Omit<T, 'device' | 'nth' | 'deviceAt' | 'sentAt'> : never
export type BareAct = Bare<Extract<Telling, { kind: 'act' }>['act']>
export interface NewFile {
  readonly kind: 'photo' | 'sound' | 'document' | 'signature'
  readonly file: Blob
  readonly caption: string
  readonly item: string | null
  readonly position: Fix | null
  readonly witnesses: readonly string[]
}

const faultOf = (error: unknown): Fault =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed'

/** What is kept on this phone and what of it the server has: everything is written down here first. */
export function usePhone(key: CryptoKey) {
  const [visits, setVisits] = useState<readonly store.TakenVisit[]>([])
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [account, setAccount] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [handed, setHanded] = useState<readonly Handed[]>([])

  const refresh = useCallback(async () => {
    setSteps(await store.readSteps())
    setVisits(await store.readVisits(key))
  }, [key])
  const { connection, synchronise } = useSynchronising(key, refresh, setHanded)

  useEffect(() => void store.readLock().then((lock) => setAccount(lock?.account ?? '')), [])

  /** True once it is on the disk. What could not be written stays in its field, and the page says why. */
  const written = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      setFault(null)
      await refresh()
    } catch (error) {
      setFault(faultOf(error))
      return false
    }
    if (connection === 'signedIn') void synchronise()
    return true
  }

  return {
    ...{ visits, steps, account, fault, handed, connection, synchronise, refresh },
    act: (visit: string, act: BareAct, change: store.DraftChange) =>
      written(() =>
        addStep(key, visit, change, (taken) => ({
          telling: { kind: 'act', act: { ...act, ...stamp(taken) } },
        })),
      ),
    /** The name of the file among the evidence, or null where it could not be kept. */
    file: async (visit: string, given: NewFile): Promise<string | null> => {
      const evidence = newIdempotencyKey().slice(0, 16)
      const kept = await written(() => addFile(key, visit, evidence, given))
      return kept ? evidence : null
    },
    sheet: (visit: string, text: string) =>
      written(() =>
        addStep(
          key,
          visit,
          () => ({ handedIn: true }),
          () => ({ telling: { kind: 'sheet', text } }),
        ),
      ),
    /** What is typed or marked and no step yet: nothing is sent for it. */
    draft: async (visit: string, change: store.DraftChange): Promise<void> => {
      await store.changeDraft(key, visit, change).catch((error: unknown) => setFault(faultOf(error)))
      await refresh()
    },
    retry: async (...seqs: readonly number[]) => {
      for (const seq of seqs) await store.retry(seq)
      await synchronise()
    },
    drop: async (seq: number) => {
      await store.drop(seq)
      await refresh()
    },
  }
}

/** Sends what waits: at once, when the network comes back, and every half minute. */
function useSynchronising(
  key: CryptoKey,
  refresh: () => Promise<void>,
  setHanded: (change: (before: readonly Handed[]) => readonly Handed[]) => void,
) {
  const [connection, setConnection] = useState<Connection>('working')
  const busy = useRef<Promise<void> | null>(null)

  const synchronise = useCallback(async () => {
    const work = async () => {
      setConnection('working')
      let state = await session()
      if (state === 'signedIn') {
        const sent = await sendAll(key, () => void refresh())
        if (sent.handed.length > 0) setHanded((before) => [...before, ...sent.handed])
        // The network or the session may have gone on the way: what shows must be what is.
        if (!sent.all) state = await session()
        await takeAlong(key).catch(() => undefined)
      }
      setConnection(state)
      await refresh()
    }
    busy.current ??= work().finally(() => (busy.current = null))
    await busy.current
  }, [key, refresh, setHanded])

  useEffect(() => {
    void refresh().then(synchronise)
    const again = () => void synchronise()
    window.addEventListener('online', again)
    const timer = setInterval(again, EVERY_MS)
    return () => {
      window.removeEventListener('online', again)
      clearInterval(timer)
    }
  }, [refresh, synchronise])
  return { connection, synchronise }
}

const stamp = ({ device, nth }: Pick<store.TakenVisit, 'device' | 'nth'>) => ({
  ...{ device, nth },
  deviceAt: new Date().toISOString(),
})

interface Told {
  readonly telling: Telling
  readonly file?: ArrayBuffer
}

/** One step with the visit it changes, in one write and in its turn; sending comes after. `nth` is the step's own. */
const addStep = (
  key: CryptoKey,
  visit: string,
  change: store.DraftChange,
  tellingOf: (taken: store.TakenVisit) => Told,
): Promise<void> =>
  store.inTurn(async () => {
    const before = await store.readVisit(key, visit)
    if (!before) throw new Error(`This phone has let go of visit ${visit}`)
    const next = { ...before, nth: before.nth + 1 }
    const { telling, file = null } = tellingOf(next)
    // The sheet bears no number: one that it took would be missing when a refused end is told again.
    const taken = telling.kind === 'sheet' ? before : next
    const nth = telling.kind === 'sheet' ? 0 : next.nth
    const step = { visit, nth, key: newIdempotencyKey(), what: whatOf(telling) }
    const after = { ...taken, draft: { ...taken.draft, ...change(taken.draft) } }
    await store.addStep(key, step, { telling, file }, after)
  })

async function addFile(key: CryptoKey, visit: string, evidence: string, given: NewFile): Promise<void> {
  const file = await given.file.arrayBuffer()
  const digest = await sha256(file)
  const { kind, caption, item, position, witnesses } = given
  const query = {
    ...{ evidence, kind, sha256: digest, caption, witnesses: witnesses.join(',') },
    ...(item === null ? {} : { item }),
    ...(position && { position: `${position.latitude},${position.longitude},${position.accuracy}` }),
  }
  const kept = { id: evidence, kind, caption, item, sha256: digest }
  await addStep(
    key,
    visit,
    (draft) => ({ evidence: [...draft.evidence, kept] }),
    (taken) => ({ telling: { kind: 'evidence', query: { ...stamp(taken), ...query } }, file }),
  )
}

const whatOf = (telling: Telling): string =>
  telling.kind === 'act' ? telling.act.kind : telling.kind === 'evidence' ? telling.query.kind : 'sheet'

export type Phone = ReturnType<typeof usePhone>
