import { useCallback, useState } from 'react'

/**
 * Text that outlives a reload, a restart of the server or an expired session: kept in this tab until it is sent.
 * Not longer: counters are shared machines.
 */
export function useDraft(key: string): [string, (text: string) => void] {
  const stored = `xiaoneng.draft.${key}`
  const [text, setText] = useState(() => {
    try {
      return sessionStorage.getItem(stored) ?? ''
    } catch {
      return ''
    }
  })
  const write = useCallback(
    (next: string) => {
      setText(next)
      try {
        if (next) sessionStorage.setItem(stored, next)
        else sessionStorage.removeItem(stored)
      } catch {
        // The page itself still holds it.
      }
    },
    [stored],
  )
  return [text, write]
}
