import { useEffect, useRef, useState } from 'react'
import type { Draft, TakenVisit } from './phone-store.ts'
import type { Phone } from './use-phone.ts'

const PAUSE_MS = 400

interface Part {
  readonly taken: TakenVisit
  readonly phone: Phone
}

interface Drafting {
  readonly later: (change: (draft: Draft) => Partial<Draft>) => void
  /** What waits is overtaken: it was kept as a step meanwhile. */
  readonly forget: () => void
}

/** Writes a change of the draft a moment after the last key, encrypted like everything else. */
export function useDrafting({ taken, phone }: Part): Drafting {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<(() => void) | undefined>(undefined)
  // Whoever leaves the page in that moment has typed it all the same.
  useEffect(() => () => waiting.current?.(), [])
  const forget = () => {
    clearTimeout(timer.current)
    waiting.current = undefined
  }
  const later: Drafting['later'] = (change) => {
    forget()
    const write = () => {
      forget()
      void phone.draft(taken.view.visit, change)
    }
    waiting.current = write
    timer.current = setTimeout(write, PAUSE_MS)
  }
  return { later, forget }
}

/** A field whose text outlives a reload; empty again once it was kept as a step. */
export function useTyped(part: Part, name: string): [string, (text: string) => void] {
  const [text, setText] = useState(part.taken.draft.typed[name] ?? '')
  const { later } = useDrafting(part)
  const write = (next: string) => {
    setText(next)
    later((draft) => ({ typed: { ...draft.typed, [name]: next } }))
  }
  return [text, write]
}
