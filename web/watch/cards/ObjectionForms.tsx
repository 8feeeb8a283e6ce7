import { useState } from 'react'
import { decideObjection, objectToCard } from '#modules/supervision/contract.ts'
import { TextAreaField, TickField, useCommand, useToast, useWords } from '#ui/index.ts'
import { ActionForm, type FormProps, placeOf, STALE } from './ActionForm.tsx'
import { useText } from './messages.ts'

/** 异议: by the unit, to what was upheld. */
export function ObjectForm({ card }: FormProps) {
  const t = useText()
  const say = useToast()
  const grounds = useWords(`card.${card.card}.object`)
  const command = useCommand(objectToCard, STALE)
  const onSuccess = () => (grounds.clear(), say(t('异议已提交。')))
  return (
    <ActionForm
      title={t('提出异议')}
      action={t('提交异议')}
      question={t('对这项认定提出异议？')}
      consequence={t('异议由另一名监察人员在 30 日内决定，一张牌只能提一次。')}
      ready={grounds.ready}
      busy={command.isPending}
      problem={command.error}
      onSend={(close) =>
        command.mutate({ ...placeOf(card), body: { grounds: grounds.text } }, { onSuccess, onSettled: close })
      }
    >
      <TextAreaField
        label={t('理由')}
        hint={t('写明认定哪里不对、凭什么，至少 5 个字。')}
        {...grounds.field}
      />
    </ActionForm>
  )
}

/** 异议决定: by another supervisor than the one who judged. */
export function DecideForm({ card }: FormProps) {
  const t = useText()
  const say = useToast()
  const reason = useWords(`card.${card.card}.decide`)
  const [outcome, setOutcome] = useState<'kept' | 'withdrawn'>('kept')
  const command = useCommand(decideObjection, STALE)
  const onSuccess = () => (reason.clear(), say(t('已作出决定。')))
  const body = { outcome, reason: reason.text }
  const outcomes = { kept: t('维持认定'), withdrawn: t('认定有误，撤销这张牌') }
  return (
    <ActionForm
      title={t('对异议作出决定')}
      action={t('作出决定')}
      question={t('作出这项决定？')}
      consequence={`${outcomes[outcome]}。${t('撤销的牌和由它产生的问题不再计入任何指标，记录保留。')}`}
      ready={reason.ready}
      busy={command.isPending}
      problem={command.error}
      onSend={(close) => command.mutate({ ...placeOf(card), body }, { onSuccess, onSettled: close })}
    >
      <blockquote>{card.objection?.grounds}</blockquote>
      <fieldset>
        <legend>{t('决定')}</legend>
        {(['kept', 'withdrawn'] as const).map((each) => (
          <TickField
            key={each}
            type="radio"
            name="objection"
            label={outcomes[each]}
            checked={outcome === each}
            onChange={() => setOutcome(each)}
          />
        ))}
      </fieldset>
      <TextAreaField label={t('理由')} hint={t('至少 5 个字，单位可以看到。')} {...reason.field} />
    </ActionForm>
  )
}
