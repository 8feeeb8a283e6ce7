import { useSyncExternalStore } from 'react'

/** What a reader set for their own eyes. It stays in this browser. */
export interface Sight {
  readonly theme: 'system' | 'light' | 'dark'
  readonly type: 'usual' | 'large'
}

const STORED = 'xiaoneng.sight'
const USUAL: Sight = { theme: 'system', type: 'usual' }
const listeners = new Set<() => void>()
let sight = readStored()

function readStored(): Sight {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Sight>
    return {
      theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
      type: stored.type === 'large' ? 'large' : 'usual',
    }
  } catch {
    return USUAL
  }
}

export function setSight(change: Partial<Sight>): void {
  sight = { ...sight, ...change }
  try {
    localStorage.setItem(STORED, JSON.stringify(sight))
  } catch {
    // Kept for this visit only.
  }
  applySight()
  for (const listener of listeners) listener()
}

export function applySight(): void {
  const { dataset } = document.documentElement
  if (sight.theme === 'system') delete dataset.theme
  else dataset.theme = sight.theme
  if (sight.type === 'usual') delete dataset.type
  else dataset.type = sight.type
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSight = (): Sight => useSyncExternalStore(subscribe, () => sight)
