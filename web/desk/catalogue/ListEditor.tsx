import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button, useSaid, useToast } from '#ui/index.ts'
import { useDraft } from './editing.ts'
import type { Bilingual, Field, FieldOf } from './field.ts'
import { Found } from './Found.tsx'
import { useText } from './messages.ts'
import { countWithin, freshCode, join } from './paths.ts'

interface ListEditorProps {
  readonly field: FieldOf<'list'>
  readonly at: string
  /** Draws a field of a row: fields hold lists and lists hold fields. */
  readonly draw: (field: Field, at: string) => ReactNode
}

/**
 * Rows that can be added, taken away and moved without a mouse: Alt and the arrows move the row in which one writes.
 * Focus goes where the work goes on.
 */
export function ListEditor({ field, at, draw }: ListEditorProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const { valueAt, change } = useDraft()
  const path = join(at, field.key)
  const rows = (valueAt(path) ?? []) as readonly unknown[]
  const label = said(field.label)
  const goTo = useFocus(rows)

  const put = (next: readonly unknown[], focus: string) => {
    change(path, next)
    goTo(focus)
  }
  const add = () => put([...rows, field.blank(freshCode(rows, 'n'))], join(path, rows.length))
  const remove = (index: number) => {
    put(
      rows.filter((_, other) => other !== index),
      rows.length > 1 ? join(path, Math.max(0, index - 1)) : path,
    )
    say(t('已删去：{{name}}', { name: nameOf(rows[index], index) }), () => change(path, rows))
  }
  const move = (index: number, by: 1 | -1) => {
    const to = index + by
    if (to < 0 || to >= rows.length) return
    const next = [...rows]
    next.splice(to, 0, ...next.splice(index, 1))
    put(next, join(path, to))
  }

  return (
    <fieldset className="draft-list stack" data-list={path}>
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <Row
          key={index}
          {...{ field, index, draw }}
          path={join(path, index)}
          last={index === rows.length - 1}
          name={nameOf(row, index)}
          onMove={(by) => move(index, by)}
          onRemove={() => remove(index)}
        />
      ))}
      <div className="row">
        <Button onClick={add} disabled={rows.length >= field.most} data-add={path}>
          ＋ {t('加一项')}
          <span className="visually-hidden"> {label}</span>
        </Button>
      </div>
    </fieldset>
  )
}

interface RowProps extends Pick<ListEditorProps, 'field' | 'draw'> {
  readonly path: string
  readonly index: number
  readonly last: boolean
  readonly name: string
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

function Row({ field, draw, path, index, last, name, onMove, onRemove }: RowProps) {
  const t = useText()
  const { found } = useDraft()
  const faults = countWithin(found, path)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <details
      className="draft-row sheet"
      open={field.fields.length <= 3}
      data-row={path}
      onKeyDown={onKeyDown}
    >
      <summary>
        <span className="draft-row-name">
          {index + 1}. {name}
        </span>
        {faults > 0 && <span className="gap"> ■ {t('{{count}} 处', { count: faults })}</span>}
      </summary>
      <div className="draft-fields draft-row-body">
        <div className="row">
          <Button look="quiet" disabled={index === 0} onClick={() => onMove(-1)}>
            ↑ {t('上移')}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button look="quiet" disabled={last} onClick={() => onMove(1)}>
            ↓ {t('下移')}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button look="quiet" onClick={onRemove}>
            ✕ {t('删去')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </div>
        <Found at={path} />
        {field.fields.map((inner) => (
          <Fragment key={inner.key}>{draw(inner, path)}</Fragment>
        ))}
      </div>
    </details>
  )
}

/** After the rows have been drawn anew the focus goes to the row that was added, moved, or stands before the one that went. */
function useFocus(rows: readonly unknown[]): (path: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    const path = wanted.current
    if (path === null) return
    wanted.current = null
    const row = document.querySelector<HTMLDetailsElement>(`[data-row="${path}"]`)
    if (row) {
      row.open = true
      row.querySelector<HTMLElement>('input, textarea, select')?.focus()
    } else document.querySelector<HTMLElement>(`[data-add="${path}"]`)?.focus()
  }, [rows])
  return (path) => (wanted.current = path)
}

const textsOf = (row: unknown): readonly unknown[] => {
  const { name, label, text, question, law, zh } = row as Readonly<
    Record<string, Bilingual | string | undefined>
  >
  return [name, label, text, question, law, zh]
}

/** What people call the row: its name, label, or the first words of its text. */
function nameOf(row: unknown, index: number): string {
  const said = textsOf(row)
    .map((one) => (typeof one === 'string' ? one : (one as Bilingual | undefined)?.zh))
    .find((one) => one !== undefined && one !== '')
  return said?.slice(0, 40) ?? `#${index + 1}`
}
