import { useState } from 'react'
import {
  decideInvestigation,
  decideInvestigationAppeal,
  getInvestigation,
  type InvestigationView,
  listInvestigations,
  PUBLICATIONS,
} from '#modules/accountability/contract.ts'
import { Button, Notice, SelectField, TextAreaField, useCommand, useSaid, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'

type Publication = keyof typeof PUBLICATIONS

/** 决定 and 复核: for the leader, with reasons, and never by whoever handled it. */
export function DecideForm({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [text, setText] = useState('')
  const [publication, setPublication] = useState<Publication>('internal')
  const refreshes = [getInvestigation, listInvestigations]
  const decision = useCommand(decideInvestigation, { refreshes })
  const review = useCommand(decideInvestigationAppeal, { refreshes })
  const appeal = of.appeals.find(({ decided }) => !decided)
  const onProposal = of.may.includes('decide')
  if (!onProposal && !(of.may.includes('decideAppeal') && appeal)) return null

  const send = (yes: boolean) => {
    const onSuccess = () => (setText(''), say(t('已办理。')))
    const params = { number: of.number }
    if (onProposal) decision.mutate({ params, body: { agreed: yes, text, publication } }, { onSuccess })
    else review.mutate({ params, body: { node: appeal?.node ?? '', upheld: yes, text } }, { onSuccess })
  }
  const command = onProposal ? decision : review

  return (
    <div className="form sheet no-print">
      {command.error && (
        <Notice tone="red" role="alert">
          {said(command.error.text)}
        </Notice>
      )}
      <TextAreaField
        label={onProposal ? t('决定的理由') : t('复核的理由')}
        value={text}
        maxLength={2000}
        required
        onChange={({ target }) => setText(target.value)}
      />
      {onProposal && !of.sealed && (
        <SelectField
          label={t('公开范围')}
          options={Object.entries(PUBLICATIONS).map(([value, words]) => ({ value, text: said(words) }))}
          value={publication}
          onChange={({ target }) => setPublication(target.value as Publication)}
        />
      )}
      <div className="row">
        <Button look="main" busy={command.isPending} onClick={() => send(true)}>
          {onProposal ? t('同意处理意见') : t('维持决定')}
        </Button>
        <Button busy={command.isPending} onClick={() => send(false)}>
          {onProposal ? t('退回') : t('撤销决定')}
        </Button>
      </div>
    </div>
  )
}
