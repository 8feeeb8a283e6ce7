import type { ArrangedCounter } from '#modules/hall/contract.ts'
import { HALF_NAMES } from '#modules/hall/terms.ts'
import { sayDay, sayShortDay, sayWeekday, useLanguage, useSaid } from '#ui/index.ts'
import type { DutyPlace } from './DutyForm.tsx'
import type { DutyCells, HalfDuty } from './duty-cells.ts'
import { useText } from './messages.ts'

interface WeekTableProps {
  readonly week: readonly string[]
  /** On a phone only this day's column is there. */
  readonly day: string
  readonly counters: readonly ArrangedCounter[]
  readonly cells: DutyCells
  readonly today: string
  readonly onPlace: (place: DutyPlace) => void
}

/** Who sits where in one week; each cell opens the form that names somebody. */
export function WeekTable({ week, day: chosen, counters, cells, today, onPlace }: WeekTableProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const shape = (day: string) => (day === chosen ? 'is-chosen' : undefined)
  return (
    <div className="table-frame no-print" role="region" aria-label={t('本周值班')} tabIndex={0}>
      <table className="week">
        <caption className="visually-hidden">{t('本周值班')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('窗口')}</th>
            {week.map((day) => (
              <th key={day} scope="col" className={shape(day)}>
                {sayShortDay(day, language)} <span className="soft">{sayWeekday(day, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counters.map((counter) => (
            <tr key={counter.counter}>
              <th scope="row">
                {counter.counter} <span className="small">{said(counter.name)}</span>
              </th>
              {week.map((day) => (
                <td key={day} className={shape(day)}>
                  <Cell
                    halves={cells.at(day, counter.counter)}
                    label={`${counter.counter} ${sayDay(day, language)}`}
                    {...(day >= today && counter.mayName ? { onOpen: () => onPlace({ day, counter }) } : {})}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  readonly halves: readonly HalfDuty[]
  readonly label: string
  /** Absent: the day is past, or somebody else names who sits here. */
  readonly onOpen?: () => void
}

function Cell({ halves, label, onOpen }: CellProps) {
  if (halves.length === 0) return <span className="soft">–</span>
  if (!onOpen) return <Halves of={halves} soft />
  return (
    <button type="button" className="week-cell" onClick={onOpen}>
      <span className="visually-hidden">{label}</span>
      <Halves of={halves} />
    </button>
  )
}

interface HalvesProps {
  readonly of: readonly HalfDuty[]
  /** What is past or on paper is not shown in red. */
  readonly soft?: boolean
}

export function Halves({ of: halves, soft = false }: HalvesProps) {
  const t = useText()
  const said = useSaid()
  const [first, second] = halves
  const same = first?.who && second?.who && first.who.account === second.who.account
  if (same) return <span>{first.who?.name}</span>
  return halves.map(({ half, who }) => (
    <span key={half} className={who ? 'half' : soft ? 'half soft' : 'half gap'}>
      <span className="small">{said(HALF_NAMES[half])}</span> {who ? who.name : `■ ${t('缺')}`}
    </span>
  ))
}
