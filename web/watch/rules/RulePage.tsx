import { Link, useParams } from '@tanstack/react-router'
import { getRule, type RuleView } from '#modules/supervision/contract.ts'
import {
  Empty,
  LevelMark,
  Loaded,
  MonthBars,
  Page,
  sayCount,
  Section,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { LogChoice, useChosenLog } from '../shell/LogChoice.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { Examples } from './Examples.tsx'
import { useText } from './messages.ts'
import { withQuietMonths } from './months.ts'
import { NewNumbers } from './NewNumbers.tsx'
import { Numbers } from './Numbers.tsx'
import { CONFIDENCE_WORDS, KIND_WORDS } from './rule-words.ts'
import { Versions } from './Versions.tsx'
import { WhatIf } from './WhatIf.tsx'
import './rules.css'

/** One rule: what it is founded on, its numbers and their dates, what it did, and what other numbers would do. */
export function RulePage() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const { rule: code = '' } = useParams({ strict: false })
  const { log } = useChosenLog()
  const enabled = log !== undefined || !permits('logs.read')
  const rule = useAnswer(getRule, { params: { rule: code }, query: { log } }, { enabled })
  const title = rule.data ? t('{{code}} {{title}}', { code, title: said(rule.data.title) }) : code

  return (
    <Page title={title} up={<Link to="/rules">← {t('规则')}</Link>} actions={<LogChoice />}>
      <Loaded of={rule}>
        {(view) => (
          <>
            <Founded rule={view} />
            <Section title={t('数值')}>
              <Numbers of={view.numbers} />
            </Section>
            {view.numbers.length > 0 && permits('rules.replay') && (
              <Section title={t('如果数值不同…')} id="what-if">
                <WhatIf key={`${view.code} ${log}`} rule={view} log={log} />
              </Section>
            )}
            {permits('rules.approve') && (
              <Section title={t('各版规则')} id="versions">
                <Versions rule={view.code} />
                {permits('rules.draft') && !view.code.startsWith('LR-') && (
                  <NewNumbers key={view.code} rule={view} />
                )}
              </Section>
            )}
            <Section title={t('例子')}>
              <Examples of={view.examples} />
            </Section>
            <Section title={t('各月发牌')}>
              <Fired rule={view} log={log} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Founded({ rule }: { readonly rule: RuleView }) {
  const t = useText()
  const said = useSaid()
  return (
    <div className="sheet stack">
      <p className="prose">{said(rule.explanation)}</p>
      <dl className="facts">
        <div>
          <dt>{t('类别')}</dt>
          <dd>{t(KIND_WORDS[rule.kind])}</dd>
        </div>
        <div>
          <dt>{t('级别')}</dt>
          <dd>
            <LevelMark level={rule.level} />
          </dd>
        </div>
        <div>
          <dt>{t('依据')}</dt>
          <dd>{said(rule.basis)}</dd>
        </div>
        <div>
          <dt>{t('把握')}</dt>
          <dd>{t(CONFIDENCE_WORDS[rule.confidence])}</dd>
        </div>
        <div>
          <dt>{t('状态')}</dt>
          <dd>{t(rule.enabled ? '启用' : '未启用')}</dd>
        </div>
      </dl>
    </div>
  )
}

function Fired({ rule, log }: { readonly rule: RuleView; readonly log: string | undefined }) {
  const t = useText()
  const { code, firings, overTime } = rule
  if (firings === 0) return <Empty>{t('在所选的日志里还没有发过牌。')}</Empty>
  return (
    <div className="sheet stack">
      {overTime.length > 0 && (
        <MonthBars
          caption={t('各月发牌数（按违规完成的时刻）')}
          months={withQuietMonths(overTime)}
          heads={[t('月份'), t('牌')]}
        />
      )}
      <p>
        <Link to="/cards" search={{ log, rule: code, status: 'standing' }}>
          {t('看这条规则的 {{said}} 张牌', { count: firings, said: sayCount(firings) })}
        </Link>
      </p>
    </div>
  )
}
