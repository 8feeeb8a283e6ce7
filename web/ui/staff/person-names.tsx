import { useEffect, useRef, useSyncExternalStore } from 'react'
import { namePeople } from '#modules/access/contract.ts'
import { call } from '../api/call.ts'
import { inScript } from '../language/script.ts'
import { useText } from './messages.ts'
import { useSession } from './session.ts'

/** As many as the endpoint names at once (`PEOPLE_AT_ONCE`); contracts hold no values here. */
const AT_ONCE = 60

/**
 * Names that were learned since the page was loaded. All parts of a page that show people ask together, so that a list
 * of thirty owners is one request; who is unknown is asked for once.
 */
const names = new Map<string, string>()
const asked = new Set<string>()
const waiting = new Set<string>()
const listeners = new Set<() => void>()
let learned = 0
let reader = ''

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Another person at the same screen may be of another office. */
function beginFor(account: string): void {
  if (reader === account) return
  reader = account
  names.clear()
  asked.clear()
}

function askFor(accounts: Iterable<string>): void {
  const before = waiting.size
  for (const account of accounts) if (!asked.has(account)) waiting.add(account)
  if (before === 0 && waiting.size > 0) setTimeout(() => void fetchWaiting(), 0)
}

async function fetchWaiting(): Promise<void> {
  const now = [...waiting]
  waiting.clear()
  for (const account of now) asked.add(account)
  for (let from = 0; from < now.length; from += AT_ONCE) {
    const part = now.slice(from, from + AT_ONCE)
    try {
      const { rows } = await call(namePeople, { query: { accounts: part.join(',') } })
      for (const { account, name } of rows) names.set(account, name)
    } catch {
      // The account itself still says who it was; the next page asks again.
      for (const account of part) asked.delete(account)
    }
  }
  learned += 1
  for (const listener of listeners) listener()
}

/** What an account looks like: names that a department's system gave its people are not asked for. */
const ACCOUNT = /^[a-z][a-z0-9.-]{1,39}$/

/** What the record names as the doer where nobody pressed a button. */
const SYSTEM = [
  'clock',
  'command-line',
  'demo',
  'installation',
  'outbox',
  'rectification',
  'reports',
  'rules',
]

/** Doers that are no member of staff: the system by itself, somebody at the portal, an applicant. */
const notStaff = (account: string) => {
  if (account.startsWith('system/') || SYSTEM.includes(account)) return '系统'
  if (account === 'portal' || account.startsWith('portal/')) return '门户'
  return account.startsWith('resident/') ? '申请人' : undefined
}

/**
 * Calls accounts by the names of the people: `const person = usePersonName(); person(owner)`. Until a name is known,
 * and for an account that nobody has, the account stands there.
 */
export function usePersonName(): (account: string) => string {
  const t = useText()
  const { account: own } = useSession()
  const met = useRef(new Set<string>())
  useSyncExternalStore(subscribe, () => learned)
  useEffect(() => {
    beginFor(own)
    askFor(met.current)
    met.current.clear()
  })
  return (account) => {
    const other = notStaff(account)
    if (other) return t(other)
    const name = names.get(account)
    if (name === undefined && ACCOUNT.test(account)) met.current.add(account)
    return name === undefined ? account : inScript(name)
  }
}

/** Somebody by name; the account shows on pointing, since two people may share a name. */
export function PersonName({ account }: { readonly account: string }) {
  const person = usePersonName()
  const name = person(account)
  return name === account ? name : <span title={account}>{name}</span>
}

/** A quoted account inside of a sentence that a rule wrote. */
const QUOTED = /([“"])([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)([”"])/g

/** Sentences of rules name whoever acted as the log does; people read names. */
export function usePeopleIn(): (sentence: string) => string {
  const person = usePersonName()
  return (sentence) =>
    sentence.replace(
      QUOTED,
      (_, open: string, account: string, close: string) => open + person(account) + close,
    )
}
