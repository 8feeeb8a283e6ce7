import { sayDay, sayWeekday, useLanguage, useSaid } from '#ui/index.ts'
import type { DutyCells } from './duty-cells.ts'
import { useText } from './messages.ts'
import { SaidMonth } from './SaidMonth.tsx'

interface MonthGridProps {
  readonly weeks: readonly (readonly string[])[]
  readonly month: string
  readonly cells: DutyCells
  readonly today: string
  /** The day whose week is shown below. */
  readonly day: string
  readonly onDay: (day: string) => void
}

/** The month as people know it from the wall: rest days shaded, gaps in red with a shape and a number. */
export function MonthGrid({ weeks, month, cells, today, day: chosen, onDay }: MonthGridProps) {
  const t = useText()
  const language = useLanguage()
  const said = useSaid()
  return (
    <table className="month no-print">
      <caption className="visually-hidden">
        {t('值班日历')} <SaidMonth month={month} />
      </caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col">
              <abbr title={sayWeekday(day, language)}>{shortWeekday(sayWeekday(day, language))}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              if (!day.startsWith(month)) return <td key={day} className="month-outside" />
              const { works, announced, because, named, gaps } = cells.day(day)
              const kind = announced ? (works ? '' : t('休')) : t('未定')
              const state = gaps > 0 ? t('缺 {{gaps}}', { gaps }) : named > 0 ? t('已排满') : ''
              return (
                <td key={day} className={works ? undefined : 'month-rest'}>
                  <button
                    type="button"
                    className="month-day"
                    aria-pressed={day === chosen}
                    aria-current={day === today ? 'date' : undefined}
                    title={said(because)}
                    onClick={() => onDay(day)}
                  >
                    <span className="visually-hidden">
                      {sayDay(day, language)}，{said(because)}
                    </span>
                    <span className="month-number">{Number(day.slice(8))}</span>
                    <span className="small soft">{kind}</span>
                    <span className={gaps > 0 && day >= today ? 'small gap' : 'small soft'}>
                      {gaps > 0 ? `■ ${state}` : state}
                    </span>
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 星期一 → 一, Monday → Mo. */
const shortWeekday = (name: string): string => (name.startsWith('星') ? name.slice(2) : name.slice(0, 2))
