import { Link, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { getCalendar } from '#modules/supervision/contract.ts'
import {
  Button,
  DayText,
  Loaded,
  Notice,
  Page,
  sayDay,
  Section,
  Table,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { type CalendarDay, isSpecial, KIND_WORDS, kindOf, monthsOf } from '#ui/calendar/index.ts'
import { Month } from './Month.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import { useText } from './messages.ts'
import './calendar.css'

/** The year day by day: what counts, what does not, and which paper says so. */
export function CalendarPage() {
  const t = useText()
  const permits = usePermits()
  const { year: asked = '' } = useParams({ strict: false })
  const year = Number(asked)
  const readable = permits('cases.read')
  const calendar = useAnswer(getCalendar, { params: { year } }, { enabled: readable })

  return (
    <Page
      title={t('{{year}} 年工作日历', { year: asked })}
      actions={
        <>
          <Link to="/calendar/$year" params={{ year: String(year - 1) }}>
            ← {t('上一年')}
          </Link>
          <Link to="/calendar/$year" params={{ year: String(year + 1) }}>
            {t('下一年')} →
          </Link>
          <Button onClick={() => window.print()}>{t('打印')}</Button>
        </>
      }
    >
      {readable && (
        <Loaded of={calendar}>
          {({ announced, workingDays, days }) => (
            <>
              {announced ? (
                <p>{t('全年 {{count}} 个工作日，节假日安排已公布。', { count: workingDays })}</p>
              ) : (
                <Notice tone="yellow">
                  {t(
                    '{{year}} 年的放假安排尚未公布。按星期推算有 {{count}} 个工作日；跨到这一年的时限都是暂定的。',
                    {
                      year: asked,
                      count: workingDays,
                    },
                  )}
                </Notice>
              )}
              <Year key={asked} days={days} />
              <SpecialDays days={days.filter(isSpecial)} />
            </>
          )}
        </Loaded>
      )}
      {permits('calendar.write') && <NoticeForm year={year} />}
    </Page>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** One stop in the tab order for the whole year; the arrows walk, also across months. */
function Year({ days }: { readonly days: readonly CalendarDay[] }) {
  const t = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const stop = chosen ?? days[0]?.day ?? ''

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    const to = step && days[days.findIndex(({ day }) => day === stop) + step]
    if (!to) return
    event.preventDefault()
    setChosen(to.day)
    event.currentTarget.querySelector<HTMLElement>(`[data-day='${to.day}']`)?.focus()
  }

  const said = days.find(({ day }) => day === chosen)
  return (
    <>
      <div className="year-said sheet no-print" aria-live="polite">
        {said ? (
          <DayWords of={said} />
        ) : (
          <span className="soft">{t('选一天看它为什么是工作日或休息日；方向键逐日移动。')}</span>
        )}
      </div>
      <ul className="year-legend small">
        {(Object.keys(KIND_WORDS) as Array<keyof typeof KIND_WORDS>)
          .filter((kind) => days.some((day) => kindOf(day) === kind))
          .map((kind) => (
            <li key={kind}>
              <span className={`year-day day-${kind}`} aria-hidden="true">
                8
              </span>{' '}
              {t(KIND_WORDS[kind])}
            </li>
          ))}
      </ul>
      <div className="year" onKeyDown={onKeyDown}>
        {monthsOf(days).map((month, index) => (
          <Month key={index} month={index} days={month} stop={stop} chosen={chosen} onChoose={setChosen} />
        ))}
      </div>
    </>
  )
}

function DayWords({ of: day }: { readonly of: CalendarDay }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return (
    <>
      <strong>{sayDay(day.day, language)}</strong> · {t(KIND_WORDS[kindOf(day)])}
      <br />
      {said(day.why)}
      {day.source && <span className="soft small"> {t('出处：{{source}}', { source: day.source })}</span>}
    </>
  )
}

function SpecialDays({ days }: { readonly days: readonly CalendarDay[] }) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('与星期不同的日子')} id="special">
      {days.length === 0 && <p className="soft">{t('这一年没有与星期不同的日子。')}</p>}
      {days.length > 0 && (
        <Table
          caption={t('与星期不同的日子')}
          rows={days}
          rowKey={(day) => day.day}
          exportAs={`xiaoneng-calendar-${days[0]?.day.slice(0, 4)}`}
          columns={[
            {
              key: 'day',
              title: t('日期'),
              cell: (day) => <DayText day={day.day} />,
              text: (day) => day.day,
            },
            {
              key: 'kind',
              title: t('性质'),
              cell: (day) => t(KIND_WORDS[kindOf(day)]),
              text: (day) => t(KIND_WORDS[kindOf(day)]),
            },
            { key: 'why', title: t('原因'), cell: (day) => said(day.why), text: (day) => said(day.why) },
            {
              key: 'source',
              title: t('出处'),
              cell: (day) => day.source ?? '–',
              text: (day) => day.source ?? '',
            },
          ]}
        />
      )}
    </Section>
  )
}
