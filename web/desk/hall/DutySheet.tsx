import type { ArrangedCounter, HallArrangement } from '#modules/hall/contract.ts'
import { sayShortDay, sayWeekday, useLanguage, useSaid } from '#ui/index.ts'
import type { DutyCells } from './duty-cells.ts'
import { useText } from './messages.ts'
import { SaidMonth } from './SaidMonth.tsx'
import { Halves } from './WeekTable.tsx'

interface DutySheetProps {
  readonly arrangement: HallArrangement
  readonly counters: readonly ArrangedCounter[]
  readonly weeks: readonly (readonly string[])[]
  readonly month: string
  readonly cells: DutyCells
}

/** 值班表 as it hangs in the hall: a table a week, on paper only. */
export function DutySheet({ arrangement: { hall }, counters, weeks, month, cells }: DutySheetProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return (
    <div className="duty-sheet">
      {weeks.map((week) => {
        const days = week.filter((day) => day.startsWith(month))
        return (
          <table key={week[0]} className="week">
            <caption>
              {said(hall.name)} {t('值班表')} <SaidMonth month={month} />
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('窗口')}</th>
                {days.map((day) => (
                  <th key={day} scope="col">
                    {sayShortDay(day, language)} {sayWeekday(day, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counters.map(({ counter, name }) => (
                <tr key={counter}>
                  <th scope="row">
                    {counter} {said(name)}
                  </th>
                  {days.map((day) => (
                    <td key={day}>
                      <Halves of={cells.at(day, counter)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </div>
  )
}
