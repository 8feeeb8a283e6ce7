import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type DraftView,
  examineItem,
  type Finding,
  getItemDraft,
  type ItemContent,
  saveItemDraft,
} from '#modules/catalogue/contract.ts'
import type { ProblemError } from '#ui/index.ts'
import { call, keyOf } from '#ui/index.ts'
import { useQueryClient } from '@tanstack/react-query'
import { listItemDrafts } from '#modules/catalogue/contract.ts'
import { withValue } from './paths.ts'

/** Checks answer while one types; the record is written when one pauses, so that it holds drafts and not keystrokes. */
const EXAMINE_AFTER_MS = 600
const SAVE_AFTER_MS = 4000
const REMEMBERED = 100

export type SaveState =
  | { readonly is: 'saved'; readonly at: number | null }
  | { readonly is: 'changed' }
  | { readonly is: 'saving' }
  /** Something is not filled in yet, or the server could not be reached: what was typed is kept in this tab. */
  | { readonly is: 'kept'; readonly problem: ProblemError }
  /** Somebody else saved in between. */
  | { readonly is: 'conflict' }

export interface Editing {
  readonly content: ItemContent
  readonly findings: readonly Finding[]
  readonly saving: SaveState
  readonly version: number | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
  change(path: string, value: unknown): void
  undo(): void
  redo(): void
  save(): void
  /** After a conflict: mine over theirs, or theirs instead of mine. */
  takeOver(theirs: DraftView, whose: 'mine' | 'theirs'): void
}

interface Start {
  readonly item: string
  readonly content: ItemContent
  readonly findings: readonly Finding[]
  /** Undefined: nothing was saved yet. */
  readonly version: number | undefined
}

interface History {
  readonly past: readonly ItemContent[]
  readonly content: ItemContent
  readonly future: readonly ItemContent[]
  /** Keystrokes in one field are one step back. */
  readonly lastPath: string
}

export function useEditing(start: Start): Editing {
  const { item } = start
  const kept = useKept(item)
  const [history, setHistory] = useState<History>(() => ({
    ...{ past: [], future: [], lastPath: '' },
    content: kept.read() ?? start.content,
  }))
  const [findings, setFindings] = useState(start.findings)
  const [version, setVersion] = useState(start.version)
  const [saving, setSaving] = useState<SaveState>(() =>
    kept.read() ? { is: 'changed' } : { is: 'saved', at: null },
  )
  const client = useQueryClient()
  const { content } = history
  const latest = useRef({ content, version, saving })
  latest.current = { content, version, saving }

  const put = useCallback(
    (step: (history: History) => History) => {
      setHistory((before) => {
        const after = step(before)
        kept.write(after.content)
        return after
      })
      setSaving((before) => (before.is === 'conflict' ? before : { is: 'changed' }))
    },
    [kept],
  )

  const save = useCallback(async () => {
    const { content: sent, version: seen } = latest.current
    setSaving({ is: 'saving' })
    try {
      const answer = await call(saveItemDraft, {
        params: { item },
        body: { content: sent },
        ...(seen === undefined ? {} : { ifMatch: seen }),
      })
      setVersion(answer.version)
      setFindings(answer.findings)
      void client.invalidateQueries({ queryKey: keyOf(listItemDrafts) })
      if (latest.current.content === sent) {
        kept.clear()
        setSaving({ is: 'saved', at: Date.now() })
      } else setSaving({ is: 'changed' })
    } catch (error) {
      const problem = error as ProblemError
      if (problem.status !== 412) return setSaving({ is: 'kept', problem })
      // What overtook this draft is shown beside it; what was remembered of the draft is from before.
      await client.refetchQueries({ queryKey: keyOf(getItemDraft, { params: { item } }) })
      setSaving({ is: 'conflict' })
    }
  }, [client, item, kept])

  useAfterPause(SAVE_AFTER_MS, saving.is === 'changed', content, save)
  useAfterPause(EXAMINE_AFTER_MS, saving.is === 'changed', content, async () => {
    try {
      const answer = await call(examineItem, { params: { item }, body: { content } })
      if (latest.current.content === content) setFindings(answer.findings)
    } catch {
      // What is half typed cannot be examined; saving says what is missing.
    }
  })

  return {
    ...{ content, findings, saving, version },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (path, value) => put((before) => stepped(before, path, value)),
    undo: () => put(back),
    redo: () => put(forth),
    save: () => void save(),
    takeOver(theirs, whose) {
      setVersion(theirs.version)
      latest.current = { ...latest.current, version: theirs.version }
      if (whose === 'mine') return void save()
      setHistory((before) => ({ ...before, past: [...before.past, before.content], content: theirs.content }))
      setFindings(theirs.findings)
      kept.clear()
      setSaving({ is: 'saved', at: null })
    },
  }
}

function stepped(before: History, path: string, value: unknown): History {
  const content = withValue(before.content, path, value)
  const same = before.lastPath === path && typeof value === 'string'
  const past = same ? before.past : [...before.past, before.content].slice(-REMEMBERED)
  return { past, content, future: [], lastPath: path }
}

function back(before: History): History {
  const content = before.past.at(-1)
  if (content === undefined) return before
  return { past: before.past.slice(0, -1), content, future: [before.content, ...before.future], lastPath: '' }
}

function forth(before: History): History {
  const [content, ...future] = before.future
  if (content === undefined) return before
  return { past: [...before.past, before.content], content, future, lastPath: '' }
}

/** Runs once when `what` has stayed the same for a while. */
function useAfterPause(ms: number, wanted: boolean, what: unknown, work: () => unknown): void {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => void latest.current(), ms)
    return () => clearTimeout(timer)
  }, [ms, wanted, what])
}

/** What is typed and not yet saved outlives a reload and an ended session, in this tab only. */
function useKept(item: string) {
  const key = `xiaoneng.item.${item}`
  return useRef({
    read(): ItemContent | undefined {
      try {
        const stored = sessionStorage.getItem(key)
        return stored === null ? undefined : (JSON.parse(stored) as ItemContent)
      } catch {
        return undefined
      }
    },
    write(content: ItemContent): void {
      try {
        sessionStorage.setItem(key, JSON.stringify(content))
      } catch {
        // The page itself still holds it.
      }
    },
    clear(): void {
      try {
        sessionStorage.removeItem(key)
      } catch {
        // Nothing was kept.
      }
    },
  }).current
}
