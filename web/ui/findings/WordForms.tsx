import { useState } from 'react'
import {
  answerFinding,
  askReview,
  decideReview,
  type FindingView,
  releaseFinding,
  withdrawFinding,
} from '#modules/findings/contract.ts'
import { type ReviewOutcome, REVIEW_OUTCOMES, REVIEW_WORDS } from '#modules/findings/terms.ts'
import { TextAreaField, TickField, useCommand, useSaid, useToast, useWords } from '../index.ts'
import { ActForm } from './ActForm.tsx'
import type { FormProps } from './FindingActions.tsx'
import { useText } from './messages.ts'
import { STALE } from './stale.ts'

const placeOf = ({ finding, version }: FindingView) => ({ params: { finding }, ifMatch: version })

export function AnswerForm({ finding }: FormProps) {
  const t = useText()
  const say = useToast()
  const words = useWords(`finding.${finding.finding}.answer`)
  const command = useCommand(answerFinding, STALE)
  const onSuccess = () => (words.clear(), say(t('说明已提交。')))
  return (
    <ActForm
      title={t('单位说明')}
      action={t('提交说明')}
      ready={words.ready}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ ...placeOf(finding), body: { text: words.text } }, { onSuccess })}
    >
      <TextAreaField
        label={t('说明或申辩')}
        hint={t('提交后不能修改，可以再次说明。至少 5 个字。')}
        {...words.field}
      />
    </ActForm>
  )
}

export function ReviewForm({ finding }: FormProps) {
  const t = useText()
  const say = useToast()
  const words = useWords(`finding.${finding.finding}.review`)
  const command = useCommand(askReview, STALE)
  const onSuccess = () => (words.clear(), say(t('已申请复核。')))
  return (
    <ActForm
      title={t('申请复核')}
      action={t('提交复核申请')}
      ready={words.ready}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ ...placeOf(finding), body: { grounds: words.text } }, { onSuccess })}
    >
      <TextAreaField
        label={t('理由')}
        hint={t('由没有参与原认定的人员在 30 日内决定。至少 5 个字。')}
        {...words.field}
      />
    </ActForm>
  )
}

export function DecideForm({ finding }: FormProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const words = useWords(`finding.${finding.finding}.decide`)
  const [outcome, setOutcome] = useState<ReviewOutcome>('kept')
  const command = useCommand(decideReview, STALE)
  const onSuccess = () => (words.clear(), say(t('已作出决定。')))
  const body = { outcome, reason: words.text }
  return (
    <ActForm
      title={t('复核决定')}
      action={t('作出决定')}
      ready={words.ready}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ ...placeOf(finding), body }, { onSuccess })}
    >
      <blockquote>{finding.review?.grounds}</blockquote>
      <fieldset>
        <legend>{t('决定')}</legend>
        {REVIEW_OUTCOMES.map((each) => (
          <TickField
            key={each}
            type="radio"
            name="review"
            label={said(REVIEW_WORDS[each])}
            checked={outcome === each}
            onChange={() => setOutcome(each)}
          />
        ))}
      </fieldset>
      <TextAreaField label={t('理由')} {...words.field} />
    </ActForm>
  )
}

export function ReleaseForm({ finding }: FormProps) {
  const t = useText()
  const say = useToast()
  const command = useCommand(releaseFinding, STALE)
  return (
    <ActForm
      title={t('向单位公开')}
      action={t('公开')}
      busy={command.isPending}
      problem={command.error}
      onSend={() =>
        command.mutate({ ...placeOf(finding), body: {} }, { onSuccess: () => say(t('已向单位公开。')) })
      }
    >
      <p className="prose">{t('公开后单位可以看到事实和证据，回复期限从现在起算。')}</p>
    </ActForm>
  )
}

export function WithdrawForm({ finding }: FormProps) {
  const t = useText()
  const say = useToast()
  const words = useWords(`finding.${finding.finding}.withdraw`)
  const command = useCommand(withdrawFinding, STALE)
  const onSuccess = () => (words.clear(), say(t('已撤销，记录保留。')))
  return (
    <details className="sheet">
      <summary>{t('撤销这个问题')}</summary>
      <ActForm
        action={t('撤销')}
        ready={words.ready}
        busy={command.isPending}
        problem={command.error}
        onSend={() => command.mutate({ ...placeOf(finding), body: { reason: words.text } }, { onSuccess })}
      >
        <TextAreaField
          label={t('理由')}
          hint={t('撤销后不再计入任何指标，记录和理由保留。')}
          {...words.field}
        />
      </ActForm>
    </details>
  )
}
