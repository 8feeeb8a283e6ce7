import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Bilingual } from '#kernel/refusal.ts'
import {
  approveRule,
  type EditionView,
  getRule,
  listRuleEditions,
  listRules,
  tryRule,
  withdrawRule,
} from '#modules/supervision/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  Button,
  DayText,
  Empty,
  InstantText,
  Loaded,
  Notice,
  presentDayAt,
  sayCount,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits, usePersonName } from '#ui/staff/index.ts'
import { useChosenLog } from '../shell/LogChoice.tsx'
import { useConditionWords } from './condition-words.ts'
import { useText } from './messages.ts'
import { useNumberText } from './rule-words.ts'

export const STALE = { refreshes: [listRuleEditions, listRules, getRule] }

const STATUS = { draft: '草案', approved: '已批准', withdrawn: '已停用', dropped: '已放弃' } as const

/** Every version that the office made, of one rule or of all, and what may be done with it. */
export function Versions({ rule }: { readonly rule?: string }) {
  const t = useText()
  const editions = useAnswer(listRuleEditions, { query: rule === undefined ? {} : { rule } })
  return (
    <Loaded of={editions}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty>{t('本单位还没有另定版本。')}</Empty>
        ) : (
          <ul className="stack plain-list">
            {rows.map((edition) => (
              <li key={edition.edition}>
                <Version of={edition} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function Version({ of: edition }: { readonly of: EditionView }) {
  const t = useText()
  const said = useSaid()
  const person = usePersonName()
  const { status, code, number, title, draftedBy, draftedAt, approval, withdrawal, wrongExamples } = edition
  return (
    <article className="sheet stack">
      <h3>
        {t('{{code}} 第 {{number}} 版 {{title}}', { code, number, title: said(title) })} ·{' '}
        <strong>{t(STATUS[status])}</strong>
      </h3>
      <p className="soft small">
        {t('{{who}} 起草于', { who: person(draftedBy) })} <InstantText at={draftedAt} />
        {approval && (
          <>
            {' · '}
            {t('{{who}} 批准，适用自', { who: person(approval.by) })} <DayText day={approval.from} />
          </>
        )}
        {withdrawal && (
          <>
            {' · '}
            {t('停用自')} <DayText day={withdrawal.until} />
            {t('：{{reason}}', { reason: withdrawal.reason })}
          </>
        )}
      </p>
      <Content of={edition} />
      {status === 'draft' && wrongExamples.length > 0 && (
        <Notice tone="yellow">
          {t('例子与规则不符：{{examples}}', { examples: wrongExamples.join('；') })}
        </Notice>
      )}
      <TrialResult of={edition} />
      {(status === 'draft' || status === 'approved') && <Acts of={edition} />}
    </article>
  )
}

interface Named {
  readonly title: Bilingual
  readonly unit: string
  readonly value: number
}

/** Numbers in words; a condition as a sentence. */
function Content({ of: { code, form, content } }: { readonly of: EditionView }) {
  const t = useText()
  const said = useSaid()
  const words = useConditionWords()
  const numberText = useNumberText()
  const rule = useAnswer(getRule, { params: { rule: code }, query: {} }, { enabled: form === 'numbers' })
  if (form === 'own') {
    const named = (content['numbers'] ?? {}) as Record<string, Named>
    return (
      <>
        <p className="prose">{words(content['when'], named)}</p>
        {Object.entries(named).map(([name, { title, unit, value }]) => (
          <p key={name}>
            {said(title)}：{numberText(unit, value)}
          </p>
        ))}
      </>
    )
  }
  const called = (name: string, value: number) => {
    const number = rule.data?.numbers.find((one) => one.name === name)
    return number ? `${said(number.title)}：${numberText(number.unit, value)}` : `${name} = ${value}`
  }
  const numbers = Object.entries((content['numbers'] ?? {}) as Record<string, number>)
  return (
    <p>
      {numbers.map(([name, value]) => called(name, value)).join('，')}
      {content['switchOn'] === true && ` ${t('启用')}`}
      <span className="soft">{t('：{{reason}}', { reason: String(content['reason'] ?? '') })}</span>
    </p>
  )
}

function TrialResult({ of: { trial } }: { readonly of: EditionView }) {
  const t = useText()
  const said = useSaid()
  if (!trial) return null
  const { log, before, after, units } = trial
  return (
    <div className="stack">
      <p>
        {t('试算（{{log}}）：现行发现 {{before}} 件，按这一版 {{after}} 件。', {
          log,
          before: sayCount(before),
          after: sayCount(after),
        })}
      </p>
      <ul className="example-list">
        {units.map(({ unit, unitName, cases, samples }) => (
          <li key={unit ?? ''}>
            {t('{{unit}}：{{said}} 件', { unit: said(unitName), said: sayCount(cases) })}{' '}
            {samples.map((caseId) => (
              <Link key={caseId} to="/cases/$log/$caseId" params={{ log, caseId }} className="sample">
                {caseId}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Acts({ of: { edition, status, mayApprove } }: { readonly of: EditionView }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const { log } = useChosenLog()
  const [from, setFrom] = useState(() => presentDayAt('+08:00', Date.now()))
  const [reason, setReason] = useState('')
  const trial = useCommand(tryRule, STALE)
  const approval = useCommand(approveRule, STALE)
  const withdrawal = useCommand(withdrawRule, STALE)
  const problem = trial.error ?? approval.error ?? withdrawal.error
  const params = { edition }
  const drafts = permits('rules.draft')
  return (
    <div className="stack">
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      <div className="what-if">
        {drafts && status === 'draft' && log && (
          <Button busy={trial.isPending} onClick={() => trial.mutate({ params, body: { log } })}>
            {t('对日志 {{log}} 试算', { log })}
          </Button>
        )}
        {status === 'draft' && mayApprove && (
          <>
            <DateField label={t('适用自')} value={from} onChange={({ target }) => setFrom(target.value)} />
            <Button
              look="main"
              busy={approval.isPending}
              onClick={() => approval.mutate({ params, body: { from } })}
            >
              {t('批准')}
            </Button>
          </>
        )}
        {drafts && (
          <>
            <TextField
              label={t('理由（至少五个字）')}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            <Button
              look="danger"
              busy={withdrawal.isPending}
              disabled={reason.trim().length < 5}
              onClick={() => withdrawal.mutate({ params, body: { reason } })}
            >
              {t(status === 'draft' ? '放弃草案' : '停用')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
