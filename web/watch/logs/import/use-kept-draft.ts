import { useMemo } from 'react'
import { useDraft } from '#ui/index.ts'
import type { Draft } from './draft.ts'

/** The wizard's answers, kept in this tab through a reload, a restart of the server or an expired sign-in. */
export function useKeptDraft(): [Draft | undefined, (draft: Draft | undefined) => void] {
  const [text, setText] = useDraft('import')
  const draft = useMemo(() => parsed(text), [text])
  return [draft, (next) => setText(next ? JSON.stringify(next) : '')]
}

function parsed(text: string): Draft | undefined {
  try {
    return text ? (JSON.parse(text) as Draft) : undefined
  } catch {
    return undefined
  }
}
