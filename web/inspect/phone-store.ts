import type { VisitView } from '#modules/inspections/contract.ts'
import { type Lock, openBytes, openJson, sealBytes, type Sealed, sealJson } from './lock.ts'
import type { Step, Telling } from './queue.ts'

/** A visit as it was taken along, and what was done since. */
export interface TakenVisit {
  readonly view: VisitView
  /** The name under which this phone numbers its acts of this visit; a phone that was wiped takes another. */
  readonly device: string
  /** Number of the last act on this visit. */
  readonly nth: number
  readonly draft: Draft
}

export interface Draft {
  readonly started: boolean
  readonly present: readonly string[]
  readonly marks: Readonly<
    Record<
      string,
      { readonly mark: 'yes' | 'no' | 'notApplicable'; readonly note: string; readonly receivers: string }
    >
  >
  readonly evidence: readonly {
    readonly id: string
    readonly kind: string
    readonly caption: string
    readonly item: string | null
    readonly sha256: string
  }[]
  readonly statements: number
  readonly findings: readonly { readonly fact: string; readonly item: string | null }[]
  readonly rechecked: readonly string[]
  readonly ended: boolean
  readonly handedIn: boolean
  /** Marks that were changed since the sheet was last kept as a step. */
  readonly marksOpen: boolean
  /** What stands in fields and is no step yet, by the name of the field: a reload loses no word. */
  readonly typed: Readonly<Record<string, string>>
}

export const NOTHING_DONE: Draft = {
  ...{ started: false, present: [], marks: {}, evidence: [], statements: 0 },
  ...{ findings: [], rechecked: [], ended: false, handedIn: false },
  ...{ marksOpen: false, typed: {} },
}

/** Made from the draft as it is when its turn comes, not as it was when the button was pressed. */
export type DraftChange = (draft: Draft) => Partial<Draft>

interface KeptStep extends Omit<Step, 'seq'> {
  readonly seq?: number
  /** Null once the server has it. */
  readonly content: Sealed | null
  readonly file: Sealed | null
}

const NAME = 'xiaoneng-inspect'
const TABLES = ['lock', 'visits', 'steps'] as const
type Table = (typeof TABLES)[number]

let opened: Promise<IDBDatabase> | undefined
const reopen = () => (opened = undefined)

/**
 * One after the other, also between two tabs: whatever changes a visit starts from what the one before has left. Else
 * two acts would bear one number, and the second would be refused.
 */
export const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(NAME, work) as Promise<T>

const database = (): Promise<IDBDatabase> => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('lock')
      request.result.createObjectStore('visits')
      request.result.createObjectStore('steps', { keyPath: 'seq', autoIncrement: true })
    }
    request.onsuccess = () => {
      // A full or a cleared disk closes it; the next write opens it again.
      request.result.onclose = reopen
      resolve(request.result)
    }
    request.onerror = () => {
      reopen()
      reject(request.error ?? new Error('IndexedDB'))
    }
  })
  return opened
}

/** Resolves when it is on the disk, not when it was asked for. */
async function within<T>(
  tables: readonly Table[],
  mode: IDBTransactionMode,
  work: (table: (name: Table) => IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T> {
  const transaction = (await database()).transaction([...tables], mode, { durability: 'strict' })
  const request = work((name) => transaction.objectStore(name))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request?.result as T)
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'))
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'))
  })
}

export const readLock = () =>
  within<Lock | undefined>(
    ['lock'],
    'readonly',
    (table) => table('lock').get('lock') as IDBRequest<Lock | undefined>,
  )
export const keepLock = (lock: Lock) =>
  within(['lock'], 'readwrite', (table) => table('lock').put(lock, 'lock'))

/** 清除本机: nothing stays. */
export const wipe = () =>
  within<undefined>(TABLES, 'readwrite', (table) => {
    for (const name of TABLES) table(name).clear()
    return undefined
  })

export async function readVisits(key: CryptoKey): Promise<TakenVisit[]> {
  const kept = await within<Sealed[]>(
    ['visits'],
    'readonly',
    (table) => table('visits').getAll() as IDBRequest<Sealed[]>,
  )
  return Promise.all(kept.map((sealed) => openJson<TakenVisit>(key, sealed)))
}

export async function readVisit(key: CryptoKey, visit: string): Promise<TakenVisit | undefined> {
  const sealed = await within<Sealed | undefined>(
    ['visits'],
    'readonly',
    (table) => table('visits').get(visit) as IDBRequest<Sealed | undefined>,
  )
  return sealed && openJson<TakenVisit>(key, sealed)
}

/** Changes what is drafted of a visit, in its turn; nothing where the phone has let go of it. */
export const changeDraft = (key: CryptoKey, visit: string, change: DraftChange): Promise<void> =>
  inTurn(async () => {
    const taken = await readVisit(key, visit)
    if (taken) await keepVisit(key, { ...taken, draft: { ...taken.draft, ...change(taken.draft) } })
  })

export async function keepVisit(key: CryptoKey, visit: TakenVisit): Promise<void> {
  const sealed = await sealJson(key, visit)
  await within(['visits'], 'readwrite', (table) => table('visits').put(sealed, visit.view.visit))
}

export async function forgetVisit(visit: string, steps: readonly Step[]): Promise<void> {
  await within<undefined>(['visits', 'steps'], 'readwrite', (table) => {
    table('visits').delete(visit)
    for (const step of steps) if (step.visit === visit) table('steps').delete(step.seq)
    return undefined
  })
}

export const readSteps = (): Promise<Step[]> =>
  within<KeptStep[]>(
    ['steps'],
    'readonly',
    (table) => table('steps').getAll() as IDBRequest<KeptStep[]>,
  ).then((kept) => kept.map(({ content: _, file: __, ...step }) => step as Step))

/** The step and the visit it changes are kept together or not at all. */
export async function addStep(
  key: CryptoKey,
  step: Omit<Step, 'seq' | 'state' | 'refusal'>,
  { telling, file }: { readonly telling: Telling; readonly file: ArrayBuffer | null },
  visit: TakenVisit,
): Promise<void> {
  const kept: KeptStep = {
    ...{ ...step, state: 'waiting', refusal: null },
    content: await sealJson(key, telling),
    file: file && (await sealBytes(key, file)),
  }
  const sealed = await sealJson(key, visit)
  await within<undefined>(['steps', 'visits'], 'readwrite', (table) => {
    table('steps').add(kept)
    table('visits').put(sealed, visit.view.visit)
    return undefined
  })
}

const keptStep = (seq: number) =>
  within<KeptStep>(['steps'], 'readonly', (table) => table('steps').get(seq) as IDBRequest<KeptStep>)

export async function contentOf(
  key: CryptoKey,
  seq: number,
): Promise<{ telling: Telling; file: ArrayBuffer | null } | undefined> {
  const { content, file } = await keptStep(seq)
  return content
    ? { telling: await openJson<Telling>(key, content), file: file && (await openBytes(key, file)) }
    : undefined
}

/** What the server has is wiped here; what it refused stays, to be looked at. */
export async function settle(seq: number, change: Pick<Step, 'state' | 'refusal'>): Promise<void> {
  const kept = await keptStep(seq)
  const over = change.state === 'sent' || change.state === 'dropped'
  const emptied = over ? { content: null, file: null } : {}
  await within(['steps'], 'readwrite', (table) => table('steps').put({ ...kept, ...change, ...emptied }))
}

/** 放弃: its content goes, its number stays, so that the end of the visit can name it. */
export const drop = (seq: number) => settle(seq, { state: 'dropped', refusal: null })

/** 重试: after what it lacked is there, under the same key: the server has stored nothing of it. */
export const retry = (seq: number) => settle(seq, { state: 'waiting', refusal: null })

/** An ending names what was refused before it; once said, it is said the same way again. */
export async function changeContent(key: CryptoKey, seq: number, telling: Telling): Promise<void> {
  const kept = await keptStep(seq)
  const content = await sealJson(key, telling)
  await within(['steps'], 'readwrite', (table) => table('steps').put({ ...kept, content }))
}
