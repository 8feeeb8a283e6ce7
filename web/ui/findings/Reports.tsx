import { useState } from 'react'
import {
  answerReport,
  closeReport,
  listReports,
  openReport,
  type ReportRow,
  transferReport,
} from '#modules/findings/contract.ts'
import {
  DayText,
  DueText,
  Loaded,
  SelectField,
  TextAreaField,
  TextField,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
} from '../index.ts'
import { ActForm } from './ActForm.tsx'
import { findingAt, Go } from './link.ts'
import { useText } from './messages.ts'

const STALE = { refreshes: [listReports] }

/** 受保护的举报: never shown to the unit, its line, or whoever has a relation to it. */
export function Reports() {
  const t = useText()
  const found = useAnswer(listReports, {})
  return (
    <>
      <p className="soft prose">
        {t('被举报单位、其上下级和与其有关系的人员看不到。每次阅看都写明用途、留下记录。')}
      </p>
      <Loaded of={found} empty={t('没有举报。')}>
        {({ rows }) => (
          <ul className="stack finding-lines">
            {rows.map((row) => (
              <Report key={row.report} of={row} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

const STATE_WORDS = {
  received: '待移送',
  transferred: '已移送',
  answered: '已反馈',
  closed: '已办结',
} as const
const OUTCOMES = {
  verified: '查实',
  notVerified: '查否',
  misunderstanding: '误会（须举报人本人确认）',
} as const

function Report({ of: row }: { readonly of: ReportRow }) {
  const t = useText()
  const said = useSaid()
  return (
    <li className="sheet stack">
      <h3>
        {row.report} · {said(row.unit.name)}
      </h3>
      <p>
        {t(STATE_WORDS[row.state])}
        {row.transferredTo && ` · ${row.transferredTo} · ${row.receipt ?? ''}`}
        {row.result && ` · ${row.result}`}
        {row.outcome && ` · ${t(OUTCOMES[row.outcome])}`}
      </p>
      {row.state === 'received' && (
        <p className={row.overdue ? 'left-over' : 'soft'}>
          {row.overdue ? t('逾期未移送') : t('移送期限')} <DueText at={row.transferBy} />
        </p>
      )}
      {row.finding && <Go to={findingAt(row.finding)}>{row.finding}</Go>}
      <ReadForm report={row.report} named={row.named} />
      {row.state === 'received' && <TransferForm report={row.report} />}
      {row.state === 'transferred' && <ResultForm report={row.report} />}
      {row.state === 'answered' && <CloseForm report={row.report} />}
    </li>
  )
}

function ReadForm({ report, named }: { readonly report: string; readonly named: boolean }) {
  const t = useText()
  const [purpose, setPurpose] = useState('')
  const [reporter, setReporter] = useState(false)
  const command = useCommand(openReport, {})
  const told = command.data
  return (
    <details>
      <summary>{t('阅看举报内容')}</summary>
      <ActForm
        action={t('阅看')}
        ready={purpose.trim().length > 1}
        busy={command.isPending}
        problem={command.error}
        onSend={() => command.mutate({ params: { report }, body: { purpose: purpose.trim(), reporter } })}
      >
        <TextField label={t('用途')} value={purpose} onChange={({ target }) => setPurpose(target.value)} />
        {named && (
          <TickField
            label={t('同时阅看举报人姓名和电话')}
            checked={reporter}
            onChange={({ target }) => setReporter(target.checked)}
          />
        )}
      </ActForm>
      {told && (
        <div className="stack">
          <p className="prose">{told.text}</p>
          {(told.name ?? told.phone) && (
            <p>
              {told.name} {told.phone}
            </p>
          )}
          {told.hints.length > 0 && (
            <ul className="small finding-lines">
              {told.hints.map(({ matter, idleDays, finishedOn }) => (
                <li key={matter}>
                  {t('{{matter}}：搁置 {{days}} 个工作日后突然办结', { matter, days: idleDays })}{' '}
                  <DayText day={finishedOn} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </details>
  )
}

interface OfReport {
  readonly report: string
}

function useTyped(names: readonly string[]) {
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  return {
    given: (name: string) => (given[name] ?? '').trim(),
    ready: names.every((name) => (given[name] ?? '').trim().length > 1),
    field: (name: string) => ({
      value: given[name] ?? '',
      onChange: ({ target }: { target: { value: string } }) =>
        setGiven((before) => ({ ...before, [name]: target.value })),
    }),
  }
}

function TransferForm({ report }: OfReport) {
  const t = useText()
  const { given, ready, field } = useTyped(['to', 'receipt'])
  const command = useCommand(transferReport, STALE)
  const body = { to: given('to'), receipt: given('receipt') }
  return (
    <ActForm
      title={t('移送纪检监察机关')}
      action={t('移送')}
      ready={ready}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ params: { report }, body })}
    >
      <TextField label={t('移送给')} {...field('to')} />
      <TextField label={t('回执')} {...field('receipt')} />
    </ActForm>
  )
}

function ResultForm({ report }: OfReport) {
  const t = useText()
  const { given, ready, field } = useTyped(['result', 'reference'])
  const command = useCommand(answerReport, STALE)
  const body = { result: given('result'), reference: given('reference') }
  return (
    <ActForm
      title={t('登记办理结果')}
      action={t('登记')}
      ready={ready}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ params: { report }, body })}
    >
      <TextAreaField label={t('结果')} {...field('result')} />
      <TextField label={t('文号')} {...field('reference')} />
    </ActForm>
  )
}

function CloseForm({ report }: OfReport) {
  const t = useText()
  const { given, ready, field } = useTyped(['answer'])
  const [outcome, setOutcome] = useState<keyof typeof OUTCOMES>('verified')
  const command = useCommand(closeReport, STALE)
  return (
    <ActForm
      title={t('办结并答复举报人')}
      action={t('办结')}
      ready={ready}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ params: { report }, body: { outcome, answer: given('answer') } })}
    >
      <SelectField
        label={t('结论')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as keyof typeof OUTCOMES)}
        options={Object.entries(OUTCOMES).map(([value, text]) => ({ value, text: t(text) }))}
      />
      <TextAreaField label={t('给举报人的答复')} {...field('answer')} />
    </ActForm>
  )
}
