import { createContext, useContext } from 'react'
import type { Finding } from '#modules/catalogue/contract.ts'

/** What every field of the editor needs to know. */
export interface Draft {
  valueAt(path: string): unknown
  change(path: string, value: unknown): void
  readonly found: ReadonlyMap<string, readonly Finding[]>
}

export const DraftContext = createContext<Draft | null>(null)

export function useDraft(): Draft {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('A field was drawn outside of the editor')
  return draft
}
