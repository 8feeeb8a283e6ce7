import { useState } from 'react'
import type { Institution } from '#engines/registers/contract.ts'

interface History {
  readonly past: readonly Institution[]
  readonly now: Institution
  readonly future: readonly Institution[]
}

const REMEMBERED = 100

/** A definition that is being worked on, with a way back. */
export function useDefinition(start: Institution) {
  const [history, setHistory] = useState<History>({ past: [], now: start, future: [] })
  const [saved, setSaved] = useState(start)
  const { past, now, future } = history
  return {
    definition: now,
    isChanged: now !== saved,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: (changed: Partial<Institution>) =>
      setHistory((before) => ({
        past: [...before.past, before.now].slice(-REMEMBERED),
        now: { ...before.now, ...changed },
        future: [],
      })),
    undo: () =>
      setHistory((before) => {
        const last = before.past.at(-1)
        return last
          ? { past: before.past.slice(0, -1), now: last, future: [before.now, ...before.future] }
          : before
      }),
    redo: () =>
      setHistory((before) => {
        const [next, ...rest] = before.future
        return next ? { past: [...before.past, before.now], now: next, future: rest } : before
      }),
    markSaved: () => setSaved(now),
  }
}
