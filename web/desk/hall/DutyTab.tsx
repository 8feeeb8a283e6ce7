import { useState } from 'react'
import { type DutyCalendar, getDuty, type HallArrangement } from '#modules/hall/contract.ts'
import { Button, Choice, Loaded, useAnswer, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { type DutyPlace, DutyForm } from './DutyForm.tsx'
import { DutySheet } from './DutySheet.tsx'
import { dutyIn } from './duty-cells.ts'
import { useText } from './messages.ts'
import { weeksOf } from './month.ts'
import { MonthChoice } from './MonthChoice.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { useMonth } from './use-month.ts'
import { WeekTable } from './WeekTable.tsx'

/** 值班: the month at a glance with its gaps, and the week in which names are put in. */
export function DutyTab({ of: arrangement }: { readonly of: HallArrangement }) {
  const t = useText()
  const said = useSaid()
  const [{ counter }, change] = useAddress()
  const month = useMonth(arrangement.today)
  const weeks = weeksOf(month)
  const span = { from: weeks[0]?.[0] ?? '', until: weeks.at(-1)?.[6] ?? '' }
  const duty = useAnswer(getDuty, { query: { hall: arrangement.hall.hall, ...span } })
  return (
    <>
      <div className="row no-print">
        <MonthChoice month={month} />
        <Choice
          label={t('只看一个窗口')}
          value={counter}
          all={t('所有窗口')}
          options={arrangement.counters.map((one) => ({
            value: one.counter,
            text: `${one.counter} ${said(one.name)}`,
          }))}
          onChange={(value) => change({ counter: value })}
        />
        <Button onClick={() => window.print()}>{t('打印值班表')}</Button>
      </div>
      <Loaded of={duty} isEmpty={() => false}>
        {(data) => <Month {...{ arrangement, month, weeks, counter }} duty={data} />}
      </Loaded>
    </>
  )
}

interface MonthProps {
  readonly arrangement: HallArrangement
  readonly month: string
  readonly weeks: readonly (readonly string[])[]
  readonly counter: string | undefined
  readonly duty: DutyCalendar
}

function Month({ arrangement, month, weeks, counter, duty }: MonthProps) {
  const [{ day: asked }, change] = useAddress()
  const [place, setPlace] = useState<DutyPlace | null>(null)
  const counters = arrangement.counters.filter((one) => counter === undefined || one.counter === counter)
  const cells = dutyIn(duty, new Set(counters.map((one) => one.counter)))
  const inMonth = weeks.flat().filter((day) => day.startsWith(month))
  const day = inMonth.find((one) => one === (asked ?? arrangement.today)) ?? inMonth[0] ?? ''
  const week = weeks.find((one) => one.includes(day)) ?? []
  return (
    <>
      <MonthGrid
        {...{ weeks, month, cells, day }}
        today={arrangement.today}
        onDay={(to) => change({ day: to })}
      />
      <WeekTable {...{ week, day, counters, cells }} today={arrangement.today} onPlace={setPlace} />
      {place && <DutyForm {...{ arrangement, cells, place, month }} onClose={() => setPlace(null)} />}
      <DutySheet {...{ arrangement, counters, weeks, month, cells }} />
    </>
  )
}
