import { type ChangeEvent, type InputHTMLAttributes, useId, useRef, useState } from 'react'
import { isDay } from '#kernel/day.ts'
import { getCalendar } from '#modules/supervision/contract.ts'
import { useAnswer } from '../api/queries.ts'
import { Button } from '../controls/Button.tsx'
import { described, Frame, type Labelled } from '../controls/Field.tsx'
import { useSaid } from '../language/catalogue.ts'
import { isOff } from './days.ts'
import { useText } from './messages.ts'
import { MonthPanel } from './MonthPanel.tsx'
import './calendar.css'

type DateFieldProps = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>

/**
 * A day that somebody is held to. Written out as in any date field, or chosen from a month that shows which days work;
 * what the chosen day is stands below, so that nothing falls due on a holiday unseen. Takes the place of
 * `<TextField type="date">`: same name, same value, same events.
 */
export function DateField({
  label,
  hint,
  error,
  id: given,
  value,
  defaultValue,
  onChange,
  ...input
}: DateFieldProps) {
  const t = useText()
  const made = useId()
  const id = given ?? made
  const element = useRef<HTMLInputElement>(null)
  const [own, setOwn] = useState(String(defaultValue ?? ''))
  const [open, setOpen] = useState(false)
  const shown = value === undefined ? own : String(value)

  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setOwn(event.target.value)
    onChange?.(event)
  }
  const choose = (day: string) => {
    setOpen(false)
    if (element.current) writeInto(element.current, day)
    element.current?.focus()
  }

  return (
    <Frame {...{ id, label, hint, error }} required={input.required}>
      <div className="date-row">
        <input
          {...input}
          {...described(id, { label, hint, error })}
          id={id}
          ref={element}
          className="input"
          type="date"
          value={shown}
          onChange={change}
        />
        <Button
          aria-expanded={open}
          aria-label={t('打开日历')}
          disabled={input.disabled}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">▦</span>
        </Button>
      </div>
      {open && (
        <MonthPanel
          chosen={shown}
          min={String(input.min ?? '')}
          max={String(input.max ?? '')}
          onChoose={choose}
          onClose={() => {
            setOpen(false)
            element.current?.focus()
          }}
        />
      )}
      <WhatDay day={shown} />
    </Frame>
  )
}

/** As if it had been typed: a form that listens for changes hears of this one too. */
function writeInto(input: HTMLInputElement, day: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, day)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

const YEARS = { first: 2007, last: 2100 }

/** The weekday, and whether it works. While a year is being typed there is nothing to say yet. */
function WhatDay({ day }: { readonly day: string }) {
  const t = useText()
  const said = useSaid()
  const year = isDay(day) ? Number(day.slice(0, 4)) : 0
  const known = year >= YEARS.first && year <= YEARS.last
  const calendar = useAnswer(getCalendar, { params: { year } }, { enabled: known })
  const found = known ? calendar.data?.days.find((one) => one.day === day) : undefined
  return (
    <div className="date-said small soft" aria-live="polite">
      {found && said(found.why)}
      {found && isOff(found) && <strong className="date-off"> △ {t('这一天不上班。')}</strong>}
    </div>
  )
}
