import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Day, dayNumber, dayOfNumber, isDay } from '#kernel/day.ts'
import { getCalendar } from '#modules/supervision/contract.ts'
import { useAnswer } from '../api/queries.ts'
import { Button } from '../controls/Button.tsx'
import { useLanguage } from '../language/catalogue.ts'
import { presentDayAt, sayDay } from '../language/dates.ts'
import { Loaded } from '../layout/Loaded.tsx'
import { type CalendarDay, KIND_WORDS, kindOf, monthsOf, weeksOf } from './days.ts'
import { useText } from './messages.ts'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const MONTH_STEPS: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 }

interface MonthPanelProps {
  /** Empty, or a day as far as it is typed. */
  readonly chosen: string
  readonly min: string
  readonly max: string
  readonly onChoose: (day: string) => void
  readonly onClose: () => void
}

/** A month in which working days, rest days, holidays and make-up Saturdays look different, as on the calendar's page. */
export function MonthPanel({ chosen, min, max, onChoose, onClose }: MonthPanelProps) {
  const t = useText()
  // Offices are in one zone; a traveller's laptop is not.
  const [stop, setStop] = useState(() => firstStop(chosen, min, presentDayAt('+08:00', Date.now()) as Day))
  const year = Number(stop.slice(0, 4))
  const month = Number(stop.slice(5, 7))
  const calendar = useAnswer(getCalendar, { params: { year } })
  const grid = useRef<HTMLTableElement>(null)
  const loaded = calendar.data !== undefined
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day='${stop}']`)?.focus()
  }, [stop, loaded])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const months = MONTH_STEPS[event.key]
    if (event.key === 'Escape') onClose()
    else if (step) setStop(dayOfNumber(dayNumber(stop) + step))
    else if (months) setStop(inMonth(year, month + months))
    else return
    // Inside a dialog, Escape closes only the month.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="date-panel" onKeyDown={onKeyDown}>
      <div className="row apart">
        <Button look="quiet" aria-label={t('上一月')} onClick={() => setStop(inMonth(year, month - 1))}>
          ←
        </Button>
        <strong>{t('{{year}}年{{month}}月', { year, month })}</strong>
        <Button look="quiet" aria-label={t('下一月')} onClick={() => setStop(inMonth(year, month + 1))}>
          →
        </Button>
      </div>
      <Loaded of={calendar}>
        {({ days }) => (
          <table className="month" ref={grid}>
            <thead>
              <tr>
                {WEEKDAYS.map((weekday) => (
                  <th key={weekday} scope="col">
                    {t(weekday)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(monthsOf(days)[month - 1] ?? []).map((week, index) => (
                <tr key={index}>
                  {week.map((day, column) => (
                    <td key={column}>
                      {day && (
                        <DayButton
                          {...{ day, column, stop, chosen, onChoose }}
                          shut={(min !== '' && day.day < min) || (max !== '' && day.day > max)}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      <p className="small soft">{t('方向键逐日移动，PageUp、PageDown 换月，Esc 关闭。')}</p>
    </div>
  )
}

interface DayButtonProps {
  readonly day: CalendarDay
  readonly column: number
  readonly stop: string
  readonly chosen: string
  /** Before the first or after the last day that may be chosen. */
  readonly shut: boolean
  readonly onChoose: (day: string) => void
}

function DayButton({ day, column, stop, chosen, shut, onChoose }: DayButtonProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <button
      type="button"
      className={`year-day day-${kindOf(day)}${column > 4 ? ' is-weekend' : ''}`}
      data-day={day.day}
      tabIndex={day.day === stop ? 0 : -1}
      aria-pressed={day.day === chosen}
      aria-label={`${sayDay(day.day, language)} ${t(KIND_WORDS[kindOf(day)])}`}
      disabled={shut}
      onClick={() => onChoose(day.day)}
    >
      {Number(day.day.slice(8))}
    </button>
  )
}

function firstStop(chosen: string, min: string, today: Day): Day {
  if (isDay(chosen)) return chosen
  return isDay(min) && min > today ? min : today
}

/** The first day of a month; month 0 is December of the year before, month 13 January of the next. */
function inMonth(year: number, month: number): Day {
  const months = year * 12 + month - 1
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01` as Day
}
