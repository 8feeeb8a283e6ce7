import { getStaffing, type HallArrangement, type StaffingRow } from '#modules/hall/contract.ts'
import { DayText, Loaded, Notice, sayShare, Table, useAnswer, useSaid } from '#ui/index.ts'
import { MonthChoice } from './MonthChoice.tsx'
import { useText } from './messages.ts'
import { monthSpan } from './month.ts'
import { useMonth } from './use-month.ts'

/** 在岗时间: of the hours that a counter has declared, how long somebody sat there; rest days apart. */
export function StaffingTab({ of: { hall, today } }: { readonly of: HallArrangement }) {
  const t = useText()
  const month = useMonth(today)
  const staffing = useAnswer(getStaffing, { query: { hall: hall.hall, ...monthSpan(month) } })
  return (
    <>
      <MonthChoice month={month} />
      <p className="soft prose">
        {t('按窗口公布的时间算，到现在为止。公布开放却整天无人的日子逐日列出；365窗口的休息日同样算。')}
      </p>
      <Loaded of={staffing} empty={t('还没有窗口。')}>
        {({ rows }) => <Rows rows={rows} />}
      </Loaded>
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly StaffingRow[] }) {
  const t = useText()
  const said = useSaid()
  const share = ({ declaredMinutes, staffedMinutes }: StaffingRow['workingDays']) =>
    declaredMinutes === 0 ? '–' : sayShare(staffedMinutes / declaredMinutes)
  const hours = (minutes: number) => String(Math.round(minutes / 6) / 10)
  const restShut = rows.filter(({ everyDay, shut }) => everyDay && shut.length > 0)
  return (
    <>
      {restShut.length > 0 && (
        <Notice tone="red">
          {t('365窗口关着：{{counters}} 公布每天开放，下表列出的日子整天无人。', {
            counters: restShut.map(({ counter }) => counter).join('、'),
          })}
        </Notice>
      )}
      <Table
        caption={t('窗口在岗时间')}
        rows={rows}
        rowKey={({ counter }) => counter}
        exportAs="xiaoneng-staffing"
        columns={[
          {
            key: 'counter',
            title: t('窗口'),
            cell: ({ counter, name, everyDay }) => (
              <>
                {counter} {said(name)} {everyDay && <span className="small soft">{t('365窗口')}</span>}
              </>
            ),
            text: ({ counter, name }) => `${counter} ${said(name)}`,
          },
          {
            key: 'working',
            title: t('工作日在岗'),
            numeric: true,
            cell: ({ workingDays }) => share(workingDays),
            text: ({ workingDays }) => share(workingDays),
          },
          {
            key: 'rest',
            title: t('休息日在岗'),
            numeric: true,
            cell: ({ restDays }) => share(restDays),
            text: ({ restDays }) => share(restDays),
          },
          {
            key: 'hours',
            title: t('公布小时'),
            numeric: true,
            cell: ({ workingDays, restDays }) =>
              hours(workingDays.declaredMinutes + restDays.declaredMinutes),
            text: ({ workingDays, restDays }) =>
              hours(workingDays.declaredMinutes + restDays.declaredMinutes),
          },
          {
            key: 'cases',
            title: t('收件'),
            numeric: true,
            cell: ({ workingDays, restDays }) => workingDays.cases + restDays.cases,
            text: ({ workingDays, restDays }) => workingDays.cases + restDays.cases,
          },
          {
            key: 'shut',
            title: t('整天无人'),
            cell: ({ shut }) => <Shut days={shut} />,
            text: ({ shut }) => shut.join(' '),
          },
        ]}
      />
    </>
  )
}

function Shut({ days }: { readonly days: readonly string[] }) {
  const t = useText()
  if (days.length === 0) return '–'
  return (
    <details>
      <summary className="gap">■ {t('{{count}} 天', { count: days.length })}</summary>
      {days.map((day) => (
        <div key={day} className="small">
          <DayText day={day} />
        </div>
      ))}
    </details>
  )
}
