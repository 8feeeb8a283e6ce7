import type { FindingAction, FindingView } from '#modules/findings/contract.ts'
import { useSaid } from '../index.ts'
import { DisposeForm, RemedyForm, TakeForm } from './HandlerForms.tsx'
import { useText } from './messages.ts'
import { AnswerForm, DecideForm, ReleaseForm, ReviewForm, WithdrawForm } from './WordForms.tsx'

export interface FormProps {
  readonly finding: FindingView
}

const WORDS = {
  take: '申报并承办',
  answer: '单位说明',
  release: '向单位公开',
  dispose: '处置',
  remedy: '登记补救',
  askReview: '申请复核',
  decideReview: '复核决定',
  withdraw: '撤销',
} as const satisfies Record<FindingAction, string>

const FORMS = {
  take: TakeForm,
  answer: AnswerForm,
  release: ReleaseForm,
  dispose: DisposeForm,
  remedy: RemedyForm,
  askReview: ReviewForm,
  decideReview: DecideForm,
  withdraw: WithdrawForm,
} as const

/** What may be done now as forms, and what may not with its reason: both are the server's word. */
export function FindingActions({ finding }: FormProps) {
  const t = useText()
  const said = useSaid()
  const open = finding.actions.filter((one) => one.open)
  const closed = finding.actions.filter((one) => !one.open)
  return (
    <div className="stack">
      {open.length === 0 && <p className="soft">{t('这里没有您可以做的事。')}</p>}
      {open.map(({ action }) => {
        const Form = FORMS[action]
        return <Form key={action} finding={finding} />
      })}
      {closed.length > 0 && (
        <ul className="small finding-lines">
          {closed.map(({ action, whyNot }) => (
            <li key={action}>
              <span className="soft">{t('现在不能：{{action}}', { action: t(WORDS[action]) })}</span>{' '}
              {whyNot && <>· {said(whyNot)}</>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
