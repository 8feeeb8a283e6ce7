import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { type ItemSummary, listItems } from '#modules/catalogue/contract.ts'
import { useSession } from '#ui/staff/index.ts'
import { useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { lastItems } from './last-items.ts'

const SHOWN = 8
const TYPING_PAUSE_MS = 120

interface ItemFinderProps {
  readonly box: RefObject<HTMLInputElement | null>
  readonly onChoose: (item: string) => void
  /** Items of all units, not only of the reader's own. */
  readonly everywhere?: boolean
}

/** A box that understands everyday words and pinyin initials; arrows walk what it found, Enter takes it. */
export function ItemFinder({ box, onChoose, everywhere = false }: ItemFinderProps) {
  const t = useText()
  const said = useSaid()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { rows, upToDate } = useFound(typed, everywhere)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((now) => Math.min(Math.max(now + step, 0), Math.max(rows.length - 1, 0)))
    }
    const chosen = rows[at]
    if (event.key === 'Enter' && chosen && upToDate) {
      event.preventDefault()
      onChoose(chosen.item)
    }
  }

  return (
    <div className="item-finder">
      <label htmlFor={`${id}-box`} className="small soft">
        {t('找事项（名称、口语、拼音首字母）')}
      </label>
      <input
        ref={box}
        id={`${id}-box`}
        className="input"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={rows[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        data-search-box
        maxLength={100}
        value={typed}
        onChange={({ target }) => (setTyped(target.value), setAt(0))}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('找到的事项')} className="item-options">
        {rows.map((row, index) => (
          <li
            key={row.item}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => (event.preventDefault(), onChoose(row.item))}
          >
            <span>{said(row.name)}</span>
            <span className="small soft">{said(row.actingBody)}</span>
          </li>
        ))}
      </ul>
      <p className="small soft" role="status">
        {upToDate && rows.length === 0 ? t('没有找到事项') : t('↑ ↓ 选择，回车确定')}
      </p>
    </div>
  )
}

/** The clerk's own unit's items; all of them where the unit has none of its own, as the hall. What came last stands first. */
function useFound(
  typed: string,
  everywhere: boolean,
): { readonly rows: readonly ItemSummary[]; readonly upToDate: boolean } {
  const { jurisdiction, unit } = useSession()
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const own = useAnswer(listItems, { query: { jurisdiction, unit: unit?.id, limit: 1 } })
  const all = everywhere || !unit || own.data?.total === 0
  const query = {
    jurisdiction,
    limit: SHOWN,
    ...(all ? {} : { unit: unit.id }),
    ...(search ? { search } : {}),
  }
  const found = useAnswer(listItems, { query }, { enabled: own.data !== undefined })
  const rows = found.data?.rows ?? []
  const last = lastItems.read()
  const place = ({ item }: ItemSummary) => (last.includes(item) ? last.indexOf(item) : SHOWN)
  const ordered = search ? rows : [...rows].sort((a, b) => place(a) - place(b))
  return { rows: ordered, upToDate: search === typed.trim() && !found.isPending }
}
