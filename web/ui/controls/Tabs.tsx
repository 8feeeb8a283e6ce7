import { type KeyboardEvent, type ReactNode, useId } from 'react'

interface Tab<Key extends string> {
  readonly key: Key
  readonly title: string
  readonly content: ReactNode
}

interface TabsProps<Key extends string> {
  readonly label: string
  readonly tabs: ReadonlyArray<Tab<Key>>
  readonly chosen: Key
  /** Keep the choice in the address where a reader may want to send it to somebody. */
  readonly onChoose: (key: Key) => void
}

/** Tabs by the usual pattern: arrows move, Home and End jump, one stop in the tab order. */
export function Tabs<Key extends string>({ label, tabs, chosen, onChoose }: TabsProps<Key>) {
  const id = useId()
  const at = tabs.findIndex((tab) => tab.key === chosen)

  const onKeyDown = (event: KeyboardEvent) => {
    const to = targetOf(event.key, at, tabs.length)
    const tab = to === undefined ? undefined : tabs[to]
    if (!tab) return
    event.preventDefault()
    onChoose(tab.key)
    document.getElementById(`${id}-${tab.key}`)?.focus()
  }

  return (
    <div className="tabs stack">
      <div role="tablist" aria-label={label} className="tab-list" onKeyDown={onKeyDown}>
        {tabs.map(({ key, title }) => (
          <button
            key={key}
            id={`${id}-${key}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={key === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} tabIndex={0}>
        {tabs[at]?.content}
      </div>
    </div>
  )
}

function targetOf(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % length
  if (key === 'ArrowLeft') return (at - 1 + length) % length
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  return undefined
}
