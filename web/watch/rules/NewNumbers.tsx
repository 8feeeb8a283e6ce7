import { useState } from 'react'
import { draftRule, type RuleView } from '#modules/supervision/contract.ts'
import { TextField, TickField, useCommand, useSaid } from '#ui/index.ts'
import { ActForm } from '#ui/findings/index.ts'
import { useText } from './messages.ts'
import { useUnitText } from './rule-words.ts'
import { STALE } from './Versions.tsx'

/** Other numbers of a rule, or its switching on: a draft that somebody else approves with a day. */
export function NewNumbers({ rule: { code, numbers, enabled } }: { readonly rule: RuleView }) {
  const t = useText()
  const said = useSaid()
  const unitText = useUnitText()
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(numbers.map(({ name, current }) => [name, String(current)])),
  )
  const [switchOn, setSwitchOn] = useState(false)
  const [reason, setReason] = useState('')
  const draft = useCommand(draftRule, STALE)
  const send = () => {
    const changed = numbers.filter(({ name, current }) => Number(typed[name]) !== current)
    const values = Object.fromEntries(changed.map(({ name }) => [name, Number(typed[name])]))
    draft.mutate(
      { body: { form: 'numbers', code, numbers: values, switchOn, reason } },
      { onSuccess: () => setReason('') },
    )
  }
  return (
    <ActForm
      title={t('起草新数值')}
      action={t('存为草案')}
      ready={reason.trim().length >= 5}
      busy={draft.isPending}
      problem={draft.error}
      onSend={send}
    >
      {numbers.map(({ name, title, unit }) => (
        <TextField
          key={name}
          label={t('{{title}}（{{unit}}）', { title: said(title), unit: unitText(unit) })}
          type="number"
          min={0}
          step="any"
          value={typed[name] ?? ''}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        />
      ))}
      {!enabled && (
        <TickField
          label={t('启用这条规则')}
          checked={switchOn}
          onChange={({ target }) => setSwitchOn(target.checked)}
        />
      )}
      <TextField
        label={t('理由（至少五个字）')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </ActForm>
  )
}
