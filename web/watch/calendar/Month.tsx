import { sayDay, useLanguage } from '#ui/index.ts'
import { type CalendarDay, KIND_WORDS, kindOf, weeksOf } from '#ui/calendar/index.ts'
import { useText } from './messages.ts'

const MONTHS = [
  '一月',
  '二月',
  '三月',
  '四月',
  '五月',
  '六月',
  '七月',
  '八月',
  '九月',
  '十月',
  '十一月',
  '十二月',
] as const
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const

interface MonthProps {
  readonly month: number
  readonly days: readonly CalendarDay[]
  readonly stop: string
  readonly chosen: string | null
  readonly onChoose: (day: string) => void
}

export function Month({ month, days, stop, chosen, onChoose }: MonthProps) {
  const t = useText()
  const language = useLanguage()
  const name = MONTHS[month] ?? '一月'
  return (
    <table className="month sheet">
      <caption>{t(name)}</caption>
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
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, column) => (
              <td key={column}>
                {day && (
                  <button
                    type="button"
                    className={`year-day day-${kindOf(day)}${column > 4 ? ' is-weekend' : ''}`}
                    data-day={day.day}
                    tabIndex={day.day === stop ? 0 : -1}
                    aria-pressed={day.day === chosen}
                    aria-label={`${sayDay(day.day, language)} ${t(KIND_WORDS[kindOf(day)])}`}
                    onClick={() => onChoose(day.day)}
                  >
                    {Number(day.day.slice(8))}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
