import { useState } from 'react'
import { listConnections } from '#modules/cases/contract.ts'
import {
  getAppointmentFigures,
  getHallCapacity,
  getQueueFigures,
  type AppointmentFigures,
  type HallCapacity,
  type QueueFigures,
} from '#modules/hall/contract.ts'
import { PRIORITY_REASON_NAMES, VISIT_REPORT_NAMES } from '#modules/hall/terms.ts'
import {
  Loaded,
  presentDayAt,
  sayCount,
  sayNumber,
  sayShare,
  Section,
  timeOfDay,
  TextField,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { QueueRules } from './QueueRules.tsx'
import { BarDecision, OpenSlots } from './queue-forms.tsx'
import { useText } from './queue-messages.ts'

const today = () => presentDayAt('+08:00', Date.now())

interface QueueTabProps {
  readonly hall: string
  readonly mayArrange: boolean
}

/** 排队和预约: how long people wait against what they were told, who goes where he should not, and who takes turns from others. */
export function QueueTab({ hall, mayArrange }: QueueTabProps) {
  const t = useText()
  const [span, setSpan] = useState({ from: `${today().slice(0, 8)}01`, until: today() })
  const figures = useAnswer(getQueueFigures, { params: { hall }, query: span })
  const appointments = useAnswer(getAppointmentFigures, { params: { hall }, query: span })
  const seesCases = usePermits()('cases.read')
  return (
    <>
      <div className="row">
        {(['from', 'until'] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            label={end === 'from' ? t('从') : t('到')}
            value={span[end]}
            onChange={({ target }) => target.value && setSpan({ ...span, [end]: target.value })}
          />
        ))}
      </div>
      <Loaded of={figures}>{(data) => <Waits of={data} />}</Loaded>
      <Loaded of={appointments}>{(data) => <Appointments {...{ hall, mayArrange }} of={data} />}</Loaded>
      <Capacity hall={hall} span={span} />
      <QueueRules hall={hall} mayArrange={mayArrange} />
      {seesCases && <Connections span={span} />}
    </>
  )
}

const inMinutes = (minutes: number | null) => (minutes === null ? '—' : sayNumber(minutes))

function Waits({ of }: { readonly of: QueueFigures }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <Section title={t('等候')}>
        <dl className="figures-row">
          <Fact name={t('取号')} value={sayCount(of.tickets)} />
          <Fact name={t('办理')} value={sayCount(of.served)} />
          <Fact name={t('过号')} value={sayCount(of.missed)} />
          <Fact name={t('离开')} value={sayCount(of.left)} />
          <Fact name={t('等候中位（分钟）')} value={inMinutes(of.waitMedian)} />
          <Fact name={t('九成不超过（分钟）')} value={inMinutes(of.waitNinth)} />
          <Fact name={t('每人办理（分钟）')} value={inMinutes(of.servedMinutes)} />
        </dl>
        {of.priorities.length > 0 && (
          <p className="small">
            {t('优先取号')}：
            {of.priorities
              .map(({ reason, tickets }) => `${said(PRIORITY_REASON_NAMES[reason])} ${tickets}`)
              .join('，')}
          </p>
        )}
      </Section>
      <Section title={t('预计准不准')}>
        <p>
          {t('{{count}} 个号可比；误差中位 {{median}} 分钟，相差五分钟以内的占 {{share}}。', {
            count: sayCount(of.error.counted),
            median: inMinutes(of.error.median),
            share: of.error.within5 === null ? '—' : sayShare(of.error.within5),
          })}
        </p>
        <Rows
          head={[t('预计减实际（分钟）'), t('号数')]}
          rows={of.error.steps.map(({ from, tickets }) => [
            `${from} – ${from + 5}`,
            <Bar key="bar" value={tickets} of={of.error.counted} />,
          ])}
          empty={t('还没有可比的号。')}
        />
      </Section>
      <Section title={t('走错窗口')}>
        <Rows
          head={[t('周（周一）'), t('真正要办的事项'), t('给号的人'), t('次数')]}
          rows={of.wrongWindows.map(({ week, itemName, item, issuedBy, visits }) => [
            ...[week, itemName ? said(itemName) : (item ?? '—'), issuedBy, sayCount(visits)],
          ])}
          empty={t('没有走错窗口的。')}
        />
      </Section>
      <Section title={t('插队')}>
        <Rows
          head={[t('人员'), t('插队 / 叫号'), t('被越过的号'), t('同一理由'), t('标记')]}
          rows={of.jumpers.map(({ officer, jumps, calls, overtaken, sameReason, flagged }) => [
            ...[officer, `${jumps} / ${calls}`, sayCount(overtaken), sayCount(sameReason)],
            flagged ? `▲ ${t('明显多于他人')}` : '',
          ])}
          empty={t('没有不按次序的叫号。')}
        />
        <Rows
          head={[t('时间'), t('号'), t('窗口'), t('人员'), t('越过'), t('理由')]}
          rows={of.jumps
            .slice(0, 50)
            .map(({ day, at, number, counter, officer, overtook, reason }) => [
              ...[`${day} ${timeOfDay(at)}`, number, counter, officer, sayCount(overtook.length), reason],
            ])}
        />
      </Section>
      <Section title={t('导办反映')}>
        <Rows
          head={[t('时间'), t('导办人'), t('需求'), t('情况')]}
          rows={of.reports.map(({ at, greeter, need, refused, reported, text }) => [
            ...[`${at.slice(0, 10)} ${timeOfDay(at)}`, greeter, need],
            refused
              ? `▲ ${t('拟引向收费中介，已拒绝')}`
              : `${reported ? said(VISIT_REPORT_NAMES[reported]) : ''} ${text}`,
          ])}
          empty={t('没有群众反映。')}
        />
      </Section>
    </>
  )
}

interface AppointmentsProps extends QueueTabProps {
  readonly of: AppointmentFigures
}

function Appointments({ hall, mayArrange, of }: AppointmentsProps) {
  const t = useText()
  const share = (value: number | null) => (value === null ? '—' : sayShare(value))
  return (
    <Section title={t('预约')}>
      <dl className="figures-row">
        <Fact name={t('预约')} value={sayCount(of.booked)} />
        <Fact name={t('延时时段')} value={sayCount(of.afterHours)} />
        <Fact name={t('取消')} value={sayCount(of.cancelled)} />
        <Fact name={t('未到')} value={sayCount(of.missed)} />
        <Fact name={t('群众守约率')} value={share(of.peopleKept)} />
        <Fact name={t('大厅守约率')} value={share(of.officeKept)} />
      </dl>
      {mayArrange && <OpenSlots hall={hall} />}
      <Rows
        head={[t('大厅失约：预约'), t('时段'), t('号'), t('窗口'), t('晚（分钟）')]}
        rows={of.officeMissed.map(({ booking, day, starts, number, counter, lateMinutes }) => [
          ...[booking, `${day} ${starts}`, number, counter ?? '—'],
          lateMinutes === null ? t('没有叫到') : String(lateMinutes),
        ])}
      />
      <Rows
        head={[t('囤号：预约人'), t('预约'), t('未用'), t('被拒'), t('标记')]}
        rows={of.hoarding.map(({ who, kind, bookings, unused, refused, flagged }) => [
          ...[
            `${kind === 'agent' ? t('代办人') : t('本人')} ${who.slice(0, 8)}`,
            sayCount(bookings),
            sayCount(unused),
          ],
          ...[sayCount(refused), flagged ? '▲' : ''],
        ])}
      />
      <Rows
        head={[t('暂停预约'), t('到'), t('未到'), t('申诉'), t('答复')]}
        rows={of.bars.map(({ person, until, missed, appeal, lifted, answer }) => [
          ...[person.slice(0, 8), until, sayCount(missed), appeal ?? ''],
          answer !== null ? (
            `${lifted ? t('已恢复') : t('维持')}：${answer}`
          ) : mayArrange && appeal !== null ? (
            <BarDecision key={person} hall={hall} person={person} />
          ) : (
            ''
          ),
        ])}
      />
    </Section>
  )
}

function Capacity({ hall, span }: { readonly hall: string; readonly span: { from: string; until: string } }) {
  const t = useText()
  const said = useSaid()
  const [more, setMore] = useState({ morePerHour: 0, moreCounters: 0 })
  const capacity = useAnswer(getHallCapacity, { params: { hall }, query: { ...span, ...more } })
  const fields = [
    ['morePerHour', t('再来多少人（每小时）')],
    ['moreCounters', t('再加多少窗口')],
  ] as const
  return (
    <Section title={t('窗口负荷和容量')}>
      <div className="row">
        {fields.map(([name, label]) => (
          <TextField
            key={name}
            type="number"
            min={0}
            label={label}
            value={more[name]}
            onChange={({ target }) => setMore({ ...more, [name]: Number(target.value) || 0 })}
          />
        ))}
      </div>
      <Loaded of={capacity}>
        {(data) => (
          <>
            <Tried of={data} />
            <Rows
              head={[t('窗口'), t('叫号'), t('在岗小时'), t('每小时'), t('等候中位（分钟）')]}
              rows={data.windows.map(({ counter, name, visits, staffedHours, perHour, waitMedian }) => [
                ...[`${counter} ${said(name)}`, sayCount(visits), sayNumber(staffedHours)],
                ...[perHour === null ? '—' : sayNumber(perHour), inMinutes(waitMedian)],
              ])}
            />
            <p className="small soft">
              {t('按爱尔朗等候公式（M/M/c）估算：来人随机、共用一队、无人离开；只用于比较方案。')}
            </p>
          </>
        )}
      </Loaded>
    </Section>
  )
}

function Tried({ of }: { readonly of: HallCapacity }) {
  const t = useText()
  const row = (name: string, { busy, waits, waitMinutes, waiting }: HallCapacity['now']) => [
    ...[name, busy === null ? '—' : sayShare(busy), sayShare(waits)],
    ...[
      waitMinutes === null ? t('越排越长') : sayNumber(waitMinutes),
      waiting === null ? '—' : sayNumber(waiting),
    ],
  ]
  const { counters, seats, fits } = of.lacking
  return (
    <>
      <p role="status">
        {t('窗口 {{counters}} 个，最多 {{most}} 个；座位 {{seats}} 个，同时等候最多 {{waiting}} 人。', {
          ...{ counters: of.counters, most: of.mostCounters ?? '—', seats: of.seats ?? '—' },
          waiting: of.mostWaiting,
        })}{' '}
        {!fits && (
          <strong>
            ▲ {t('放不下：超出窗口 {{counters}} 个、座位 {{seats}} 个。', { counters, seats: seats ?? '—' })}
          </strong>
        )}
      </p>
      <Rows
        head={[t('方案'), t('忙碌'), t('要等的人'), t('平均等候（分钟）'), t('同时等候（人）')]}
        rows={[row(t('现在'), of.now), row(t('试算'), of.whatIf)]}
      />
    </>
  )
}

function Connections({ span }: { readonly span: { from: string; until: string } }) {
  const t = useText()
  const answers = useAnswer(listConnections, { query: span })
  return (
    <Section title={t('是否找熟人、托关系')}>
      <Loaded of={answers} empty={t('没有人说找过。')}>
        {({ answered, yes, rows }) => (
          <>
            <p>
              {t('{{answered}} 人回答，{{yes}} 人说找过。', {
                answered: sayCount(answered),
                yes: sayCount(yes),
              })}
            </p>
            <Rows
              head={[t('决定人'), t('找过 / 回答'), t('95% 区间'), t('办件'), t('标记')]}
              rows={rows
                .filter((row) => row.yes > 0)
                .map((row) => [
                  ...[
                    row.officer,
                    `${row.yes} / ${row.answered}`,
                    `${sayShare(row.low)} – ${sayShare(row.high)}`,
                  ],
                  ...[row.cases.slice(0, 5).join('，'), row.clusters ? `▲ ${t('明显集中')}` : ''],
                ])}
              empty={t('没有人说找过。')}
            />
          </>
        )}
      </Loaded>
    </Section>
  )
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt className="small soft">{name}</dt>
    <dd>
      <strong>{value}</strong>
    </dd>
  </div>
)

const Bar = ({ value, of }: { readonly value: number; readonly of: number }) => (
  <span className="row">
    <progress className="queue-share" max={of} value={value} /> {sayCount(value)}
  </span>
)

interface RowsProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly React.ReactNode[])[]
  readonly empty?: string
}

/** A short list without sorting or paging. */
function Rows({ head, rows, empty }: RowsProps) {
  if (rows.length === 0) return empty ? <p className="soft">{empty}</p> : null
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            {head.map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
