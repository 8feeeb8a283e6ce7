import { type FileClockPanel, trackClocks, type TrackedFile } from '#modules/cases/contract.ts'
import {
  DayRibbon,
  dayOf,
  Loaded,
  type RibbonMark,
  sayDue,
  Section,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

/** The ribbon of the clock that matters to the applicant now, and its end in words. */
export function Clocks({ file, code }: TrackedProps) {
  const t = useText()
  const clocks = useAnswer(trackClocks, { params: { caseNo: file.caseNo }, query: { code } })
  return (
    <Section title={t('什么时候办完')} id="when">
      <Loaded of={clocks}>{({ rows, today }) => <Chosen panels={rows} today={today} file={file} />}</Loaded>
    </Section>
  )
}

interface ChosenProps {
  readonly panels: readonly FileClockPanel[]
  readonly today: string
  readonly file: TrackedFile
}

const ORDER = ['delivery', 'urgent', 'committed', 'statutory', 'answer'] as const

function Chosen({ panels, today, file }: ChosenProps) {
  const t = useText()
  const said = useSaid()
  if (file.maySupply) return <p>{t('等您补齐材料。补齐以后就应当受理，办理时限从受理的第二天起算。')}</p>
  const running = panels.filter(({ status }) => status !== 'stopped')
  const of = (limit: FileClockPanel['limit'], among = running) => among.find((panel) => panel.limit === limit)
  const main = ORDER.map((limit) => of(limit)).find(Boolean) ?? of('committed', [...panels]) ?? panels[0]
  if (!main) return <p>{t('没有时限正在计算。')}</p>
  return (
    <>
      <ul className="guide-list">
        {(running.length > 0 ? running : [main]).map((panel) => (
          <li key={panel.clock}>
            <DueLine panel={panel} file={file} />
          </li>
        ))}
      </ul>
      {main.days.length > 0 && (
        <DayRibbon days={main.days} today={today} marks={marksOf(main, panels, file)} />
      )}
      {main.reasons.length > 0 && (
        <p className="soft small prose">
          {t('为什么是这一天：{{reasons}}', { reasons: main.reasons.map(said).join('；') })}
        </p>
      )}
    </>
  )
}

const SENTENCES = {
  answer: '应在 {{due}} 前答复您是否受理',
  committed: '承诺 {{due}} 前办完',
  statutory: '法律规定最晚 {{due}}',
  delivery: '结果应在 {{due}} 前送达',
  step: '承诺 {{due}} 前办完',
  'hearing-request': '要求听证的，请在 {{due}} 前提出',
  hearing: '听证会应在 {{due}} 前举行',
  visit: '承诺 {{due}} 前办完',
  joint: '承诺 {{due}} 前办完',
  branch: '承诺 {{due}} 前办完',
  ruling: '承诺 {{due}} 前办完',
  urgency: '是否按急件办理，应在 {{due}} 前答复',
  urgent: '急件，{{due}} 前办完',
  special: '特别程序应在 {{due}} 前结束',
  validity: '是否准予延续，应在 {{due}} 前决定；逾期视为准予延续',
} as const

function DueLine({ panel, file }: { readonly panel: FileClockPanel; readonly file: TrackedFile }) {
  const t = useText()
  const language = useLanguage()
  const { dueAt, limit, status, provisional } = panel
  if (status === 'suspended' || dueAt === null) return t('暂停计时，恢复后重新推算')
  const late = status === 'expired' || file.clocks.find(({ clock }) => clock === panel.clock)?.expiredAt
  return (
    <>
      <strong>{t(SENTENCES[limit], { due: sayDue(dueAt, language) })}</strong>
      {status === 'stopped' && <span className="soft"> · {t('已有结果，不再计时')}</span>}
      {late && <span className="left-over"> · {t('已经超期，系统已自动通知监察部门')}</span>}
      {provisional && (
        <span className="soft small"> · {t('该日期所在年份的放假安排还没有公布，公布后可能调整')}</span>
      )}
    </>
  )
}

/** Its own end, the other limit where it falls on the same days, and where the case ended. */
function marksOf(main: FileClockPanel, all: readonly FileClockPanel[], file: TrackedFile): RibbonMark[] {
  const on = (day: string) => main.days.some((each) => each.day === day)
  const last = main.days.at(-1)?.day
  // What no promise was made about, the law sets: the answer and the delivery.
  const shape = main.limit === 'committed' ? 'committed' : 'statutory'
  const marks: RibbonMark[] = last ? [{ day: last, shape }] : []
  const statutory = all.find(({ limit }) => limit === 'statutory')?.days.at(-1)?.day
  if (shape !== 'statutory' && statutory && statutory !== last && on(statutory))
    marks.push({ day: statutory, shape: 'statutory' })
  const ended = file.endedAt && dayOf(file.endedAt)
  if (ended && on(ended)) marks.push({ day: ended, shape: 'concluded' })
  return marks
}
