import { type FileClockPanel, fileClocks, type FileView } from '#modules/cases/contract.ts'
import {
  DayRibbon,
  dayOf,
  DueText,
  InstantText,
  Loaded,
  presentDayAt,
  sayLimit,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { Fact } from './FileHead.tsx'
import { useText } from './messages.ts'
import { WhyThisDate } from './WhyThisDate.tsx'

/** Each clock that runs as its ribbon; what has stopped stands folded below. */
export function FileClocks({ of: file }: { readonly of: FileView }) {
  const t = useText()
  const clocks = useAnswer(fileClocks, { params: { caseNo: file.caseNo } })
  return (
    <Loaded of={clocks}>
      {({ rows }) => {
        const stopped = rows.filter(({ status }) => status === 'stopped')
        const running = rows.filter((row) => !stopped.includes(row))
        return (
          <>
            {running.map((row) => (
              <ClockPanel key={row.clock} of={row} file={file} all={rows} />
            ))}
            {stopped.length > 0 && (
              <details open={running.length === 0 || undefined}>
                <summary>
                  {t('已停止的时限')} ({stopped.length})
                </summary>
                <div className="stack">
                  {stopped.map((row) => (
                    <ClockPanel key={row.clock} of={row} file={file} all={rows} />
                  ))}
                </div>
              </details>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const STATUS = { open: '在走', suspended: '已中止', stopped: '已停止', expired: '已届满' } as const

interface ClockPanelProps {
  readonly of: FileClockPanel
  readonly file: FileView
  readonly all: readonly FileClockPanel[]
}

function ClockPanel({ of: clock, file, all }: ClockPanelProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const [{ clock: asked }, change] = useAddress()
  const open = asked === clock.clock
  const step = file.steps.find(({ code }) => code === clock.step)
  const today = clock.stoppedAt ? dayOf(clock.stoppedAt) : presentDayAt(clock.startedAt, Date.now())
  return (
    <article className="sheet clock-panel stack" id={`clock-${clock.clock}`}>
      <div className="row apart">
        <h3>
          {said(clock.title)}
          {step && `：${step.name}`}
        </h3>
        <span className="small soft">{t(STATUS[clock.status])}</span>
      </div>
      <DayRibbon days={clock.days} today={today} marks={marksOf(clock, all)} />
      <dl className="facts small">
        <Fact name={t('期限')}>{sayLimit(clock.length, language)}</Fact>
        <Fact name={t('起算')}>
          <InstantText at={clock.startedAt} />
        </Fact>
        <Fact name={t('到期')}>
          {clock.dueAt ? (
            <strong>
              <DueText at={clock.dueAt} />
            </strong>
          ) : (
            t('中止中，恢复后重算')
          )}
          {clock.provisional && <span className="soft"> · {t('暂定')}</span>}
        </Fact>
        {clock.stoppedAt && (
          <Fact name={t('停止')}>
            <InstantText at={clock.stoppedAt} />
          </Fact>
        )}
        <Fact name={t('依据')}>{clock.basis}</Fact>
      </dl>
      <details
        open={open}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open !== open) change({ clock: currentTarget.open ? clock.clock : undefined })
        }}
      >
        <summary>{t('为什么是这一天')}</summary>
        {open && <WhyThisDate of={clock} />}
      </details>
    </article>
  )
}

/** The clock's own last day, and the other limit of the same file where it lies on this ribbon. */
function marksOf(clock: FileClockPanel, all: readonly FileClockPanel[]) {
  // A step has its share of the promise; the limits for answer and delivery are the law's.
  const shapeOf = ({ limit }: FileClockPanel) =>
    limit === 'committed' || limit === 'step' ? 'committed' : 'statutory'
  const marks: Array<{ day: string; shape: 'committed' | 'statutory' | 'concluded' }> = []
  const add = (of: FileClockPanel) => {
    const day = of.dueAt === null ? undefined : of.days.at(-1)?.day
    if (day && clock.days.some((one) => one.day === day)) marks.push({ day, shape: shapeOf(of) })
  }
  add(clock)
  if (clock.limit === 'committed' || clock.limit === 'statutory')
    all
      .filter((other) => other !== clock && (other.limit === 'committed' || other.limit === 'statutory'))
      .forEach(add)
  if (clock.stoppedAt) marks.push({ day: dayOf(clock.stoppedAt), shape: 'concluded' })
  return marks
}
