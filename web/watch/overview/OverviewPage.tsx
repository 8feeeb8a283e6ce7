import { Link } from '@tanstack/react-router'
import { getOverview, type Overview } from '#modules/supervision/contract.ts'
import { Empty, Figure, InstantText, Loaded, Page, Section, useAnswer } from '#ui/index.ts'
import { LogChoice, useChosenLog } from '../shell/LogChoice.tsx'
import { Opens } from '../shell/Opens.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { CardsByRule } from './CardsByRule.tsx'
import { Durations } from './Durations.tsx'
import { useText } from './messages.ts'

/** 总览: the figures of one log, each a link to the cases it counts. */
export function OverviewPage() {
  const t = useText()
  const permits = usePermits()
  const { log, logs } = useChosenLog()
  const enabled = log !== undefined || !permits('logs.read')
  const overview = useAnswer(getOverview, { query: { log } }, { enabled })

  if (log === undefined && logs.data) return <NoLog />
  return (
    <Page title={t('总览')} lead={t('每个数都可以点开，看到它数的是哪些办件。')} actions={<LogChoice />}>
      <Loaded of={overview}>{(answer) => <Figures of={answer} log={log} />}</Loaded>
    </Page>
  )
}

function NoLog() {
  const t = useText()
  return (
    <Page title={t('总览')}>
      <Empty>
        <p>{t('还没有办件日志。')}</p>
        <Link to="/logs/import" className="button button-main">
          {t('先导入一份日志')}
        </Link>
      </Empty>
    </Page>
  )
}

function Figures({ of, log }: { readonly of: Overview; readonly log: string | undefined }) {
  const t = useText()
  return (
    <>
      <Section title={t('主要数字')} actions={<Beside log={log} />}>
        <p className="soft small">
          <InstantText at={of.at} />
        </p>
        <div className="figures">
          {of.figures.map((figure) => (
            <Figure key={figure.code} of={figure} link={(opens, text) => <Opens at={opens}>{text}</Opens>} />
          ))}
        </div>
        {of.figures.some((figure) => figure.small) && (
          <p className="soft small prose">
            <strong>{t('灰色的数：')}</strong>{' '}
            {t('样本太少的数不作比较：几件办件说明不了快慢，还可能让人认出当事人。')}
          </p>
        )}
      </Section>
      <Section title={t('办结用时分布')}>
        <Durations bars={of.durations} />
      </Section>
      <Section title={t('各规则的牌')}>
        <CardsByRule rows={of.byRule} log={log} />
      </Section>
    </>
  )
}

function Beside({ log }: { readonly log: string | undefined }) {
  const t = useText()
  return (
    <>
      <Link to="/process" search={{ log }}>
        {t('流程图')}
      </Link>
      <Link to="/units" search={{ log }}>
        {t('单位比较')}
      </Link>
    </>
  )
}
