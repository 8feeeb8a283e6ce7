import type { ReactNode } from 'react'
import type { RulingView } from '#modules/supervision/contract.ts'
import { DayText, InstantText } from '../figures/Moments.tsx'
import { PersonName } from '../staff/person-names.tsx'
import { useUnitName } from '../staff/unit-names.ts'
import { useText } from './messages.ts'

const STATUS_WORDS = {
  open: '待落实',
  reported: '已报告待确认',
  carriedOut: '已落实',
  dropped: '不再执行',
} as const satisfies Record<RulingView['status'], string>

/** One ruling with what became of it; what the reader may do stands below. */
export function RulingItem({
  of: ruling,
  children,
}: {
  readonly of: RulingView
  readonly children?: ReactNode
}) {
  const t = useText()
  const unitName = useUnitName()
  const { conference, number, text, unit, owner, dueOn, status, overdue, reports, sentBack, ended } = ruling
  return (
    <article className="sheet stack">
      <div className="row apart">
        <span className="small soft">{t('{{conference}} 第 {{number}} 项', { conference, number })}</span>
        <span>
          {t(STATUS_WORDS[status])}
          {overdue && <strong className="left-over"> · {t('已逾期')}</strong>}
        </span>
      </div>
      <p className="prose">{text}</p>
      <dl className="facts">
        <div>
          <dt>{t('责任单位')}</dt>
          <dd>{unitName(unit) ?? unit}</dd>
        </div>
        <div>
          <dt>{t('责任人')}</dt>
          <dd>
            <PersonName account={owner} />
          </dd>
        </div>
        <div>
          <dt>{t('完成期限')}</dt>
          <dd>
            <DayText day={dueOn} />
          </dd>
        </div>
      </dl>
      {reports.map((one) => (
        <Line key={one.at} at={one.at} by={one.by} text={t('报告：{{text}}', { text: one.text })} />
      ))}
      {sentBack.map((one) => (
        <Line key={one.at} at={one.at} by={one.by} text={t('退回：{{reason}}', { reason: one.reason })} />
      ))}
      {ended && <Line at={ended.at} by={ended.by} text={t('了结：{{text}}', { text: ended.text })} />}
      {children}
    </article>
  )
}

const Line = ({ at, by, text }: { readonly at: string; readonly by: string; readonly text: string }) => (
  <p className="prose">
    {text}{' '}
    <span className="small soft">
      <InstantText at={at} /> · <PersonName account={by} />
    </span>
  </p>
)
