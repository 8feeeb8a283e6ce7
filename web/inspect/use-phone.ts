import { useCallback, useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '#ui/index.ts'
import { sha256 } from './lock.ts'
import * as store from './phone-store.ts'
import type { Step, Telling } from './queue.ts'
import { sendAll, session, takeAlong } from './sync.ts'
import type { Fix } from './capture.ts'

const EVERY_MS = 30_000
const DEVICE = 'xiaoneng.inspect.device'

/** The name of this phone among an inspector's: acts are numbered by it. */
function deviceName(): string {
  const known = localStorage.getItem(DEVICE)
  if (known) return known
  const made = `phone-${newIdempotencyKey().slice(0, 12)}`
  localStorage.setItem(DEVICE, made)
  return made
}

export type Connection = 'signedIn' | 'signedOut' | 'offline' | 'working'

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

/** What is kept on this phone and what of it the server has: everything is written down here first. */
export function usePhone(key: CryptoKey) {
  const [visits, setVisits] = useState<readonly store.TakenVisit[]>([])
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [connection, setConnection] = useState<Connection>('working')
  const busy = useRef<Promise<void> | null>(null)

  const refresh = useCallback(async () => {
    setSteps(await store.readSteps())
    setVisits(await store.readVisits(key))
  }, [key])

  const synchronise = useCallback(async () => {
    const work = async () => {
      setConnection('working')
      const state = await session()
      if (state === 'signedIn') {
        await sendAll(key, () => void refresh())
        await takeAlong(key).catch(() => undefined)
      }
      setConnection(state)
      await refresh()
    }
    // One at a time: two would tell the same step twice, which the key forgives, and race about what comes next.
    busy.current ??= work().finally(() => (busy.current = null))
    await busy.current
  }, [key, refresh])

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

  /** Keeps one step with the visit it changes, in one write; sending comes after. */
  const keep = async (
    taken: store.TakenVisit,
    change: Partial<store.Draft>,
    tellingOf: (nth: number) => Promise<{ telling: Telling; file: ArrayBuffer | null }>,
  ) => {
    const visit = taken.view.visit
    const nth = taken.nth + 1
    const { telling, file } = await tellingOf(nth)
    const after = { ...taken, nth, draft: { ...taken.draft, ...change } }
    const numbered = telling.kind === 'sheet' ? 0 : nth
    const step = { visit, nth: numbered, key: newIdempotencyKey(), what: whatOf(telling) }
    await store.addStep(key, step, { telling, file }, after)
    await refresh()
    if (connection === 'signedIn') void synchronise()
  }
  const stamp = (nth: number) => ({ device: deviceName(), nth, deviceAt: new Date().toISOString() })

  return {
    ...{ visits, steps, connection, synchronise, refresh },
    act: (taken: store.TakenVisit, act: BareAct, change: Partial<store.Draft>) =>
      keep(taken, change, async (nth) => ({
        telling: { kind: 'act', act: { ...act, ...stamp(nth) } },
        file: null,
      })),
    file: async (taken: store.TakenVisit, given: NewFile): Promise<string> => {
      const bytes = await given.file.arrayBuffer()
      const digest = await sha256(bytes)
      const { kind, caption, item, position, witnesses } = given
      const evidence = newIdempotencyKey().slice(0, 16)
      await keep(
        taken,
        { evidence: [...taken.draft.evidence, { id: evidence, kind, caption, item, sha256: digest }] },
        async (nth) => ({
          telling: {
            kind: 'evidence',
            query: {
              ...{ ...stamp(nth), evidence, kind, sha256: digest, caption, witnesses: witnesses.join(',') },
              ...(item === null ? {} : { item }),
              ...(position && {
                position: `${position.latitude},${position.longitude},${position.accuracy}`,
              }),
            },
          },
          file: bytes,
        }),
      )
      return evidence
    },
    retry: async (seq: number) => {
      await store.retry(seq)
      await synchronise()
    },
    drop: async (seq: number) => {
      await store.drop(seq)
      await refresh()
    },
    sheet: (taken: store.TakenVisit, text: string) =>
      keep(taken, { handedIn: true }, async () => ({ telling: { kind: 'sheet', text }, file: null })),
  }
}

const whatOf = (telling: Telling): string =>
  telling.kind === 'act' ? telling.act.kind : telling.kind === 'evidence' ? telling.query.kind : 'sheet'

export type Phone = ReturnType<typeof usePhone>
