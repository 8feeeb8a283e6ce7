import { Link } from '@tanstack/react-router'
import type { ClockView } from '#modules/supervision/contract.ts'
import {
  DayRibbon,
  dayOf,
  DueText,
  InstantText,
  type RibbonMark,
  sayLimit,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'
import { WhyThisDate } from './WhyThisDate.tsx'
import { CLOCK_WORDS } from './words.ts'

interface ClockPanelProps {
  readonly clock: ClockView
  /** All clocks of the case: the other limit is marked too where it falls on this ribbon. */
  readonly all: readonly ClockView[]
  readonly today: string
  readonly concludedAt: string | null
}

export function ClockPanel({ clock, all, today, concludedAt }: ClockPanelProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const [{ clock: asked }, change] = useAddress()
  const open = asked === clock.clock

  return (
    <article className="sheet clock-panel stack" id={`clock-${clock.clock}`}>
      <div className="row apart">
        <h3>{said(clock.title)}</h3>
        <span className="small soft">{t(CLOCK_WORDS[clock.status])}</span>
      </div>
      {/* A limit that the log only states has no days to show. */}
      {clock.ribbon.length > 0 && (
        <DayRibbon days={clock.ribbon} today={today} marks={marksOf(clock, all, concludedAt)} />
      )}
      <dl className="facts small">
        {clock.limit !== '' && (
          <div>
            <dt>{t('期限')}</dt>
            <dd>{sayLimit(clock.limit, language)}</dd>
          </div>
        )}
        <div>
          <dt>{t('起算')}</dt>
          <dd>
            <InstantText at={clock.startedAt} />
          </dd>
        </div>
        <div>
          <dt>{t('到期')}</dt>
          <dd>
            <strong>
              <DueText at={clock.dueAt} />
            </strong>
            {clock.provisional && <span className="soft"> · {t('暂定')}</span>}
          </dd>
        </div>
        {clock.stoppedAt && (
          <div>
            <dt>{t('停止')}</dt>
            <dd>
              <InstantText at={clock.stoppedAt} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('依据')}</dt>
          <dd>{said(clock.basis)}</dd>
        </div>
      </dl>
      <details
        open={open}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open !== open)
            change({ clock: currentTarget.open ? clock.clock : undefined, asOf: undefined })
        }}
      >
        <summary>{t('为什么是这一天')}</summary>
        {open && <WhyThisDate clock={clock} />}
      </details>
      <p className="small no-print">
        <Link to="/calendar/$year" params={{ year: clock.dueAt.slice(0, 4) }}>
          {t('查看这份日历')}
        </Link>
      </p>
    </article>
  )
}

/** The clock's own limit, the other limit of the same case where it lies on this ribbon, and where the case ended. */
function marksOf(clock: ClockView, all: readonly ClockView[], concludedAt: string | null): RibbonMark[] {
  const onRibbon = (day: string) => clock.ribbon.some((each) => each.day === day)
  const shapeOf = ({ kind }: ClockView) => (kind === 'committed' ? 'committed' : 'statutory')
  const marks: RibbonMark[] = [{ day: lastDayOf(clock), shape: shapeOf(clock) }]
  for (const other of all) {
    const isLimit = other.kind === 'committed' || other.kind === 'statutory'
    const known = marks.some((mark) => mark.shape === shapeOf(other))
    if (other !== clock && isLimit && !known && onRibbon(lastDayOf(other))) {
      marks.push({ day: lastDayOf(other), shape: shapeOf(other) })
    }
  }
  const ended = concludedAt && dayOf(concludedAt)
  if (ended && onRibbon(ended)) marks.push({ day: ended, shape: 'concluded' })
  return marks
}

/** The due instant is the end of the last day, and so already the first moment of the next. */
const lastDayOf = ({ ribbon, dueAt }: ClockView): string => ribbon.at(-1)?.day ?? dayOf(dueAt)
