import { useEffect, useState } from 'react'
import { useText } from '../messages.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

/** True while somebody is writing: single letters must then stay letters. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/**
 * Keys that work on every page: `?` opens the help, `/` goes to the search box, `j` and `k` move along the rows of the
 * list in which the focus stands (or the first one on the page).
 */
export function Keyboard() {
  const t = useText()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      if (event.key === '?') setOpen(true)
      else if (event.key === '/') focusSearch(event)
      else if (event.key === 'j') moveAlongRows(1)
      else if (event.key === 'k') moveAlongRows(-1)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const keys = [
    ['?', t('打开本说明')],
    ['/', t('到搜索框')],
    ['j · k', t('在列表中上下移动')],
    ['Enter', t('打开所在的一行')],
    ['← →', t('在时限带上逐日移动')],
  ] as const

  return (
    <Dialog open={open} title={t('键盘操作')} onClose={() => setOpen(false)}>
      <dl className="keys">
        {keys.map(([key, text]) => (
          <div className="row" key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button onClick={() => setOpen(false)}>{t('关闭')}</Button>
      </div>
    </Dialog>
  )
}

function focusSearch(event: KeyboardEvent): void {
  const box = document.querySelector<HTMLInputElement>('main [data-search-box]')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
}

function moveAlongRows(by: 1 | -1): void {
  const list = document.activeElement?.closest('[data-rows]') ?? document.querySelector('[data-rows]')
  const links = Array.from(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])
  const at = links.findIndex(
    (link) => link === document.activeElement || link.closest('tr,li')?.contains(document.activeElement),
  )
  const target = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}
