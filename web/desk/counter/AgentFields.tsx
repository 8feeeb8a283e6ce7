import { useEffect, useRef } from 'react'
import { TextField, useSaid } from '#ui/index.ts'
import type { AgentFaults, TypedAgent } from './filled.ts'
import { useText } from './messages.ts'
import { PersonFields } from './PersonFields.tsx'

interface AgentFieldsProps {
  readonly typed: TypedAgent
  readonly faults: AgentFaults
  readonly onChange: (typed: TypedAgent) => void
}

/** 代理人: who stands at the counter for the applicant, and the document that lets him. */
export function AgentFields({ typed, faults, onChange }: AgentFieldsProps) {
  const t = useText()
  const said = useSaid()
  const frame = useRef<HTMLFieldSetElement>(null)
  useEffect(() => frame.current?.querySelector('input')?.focus(), [])
  const error = (name: keyof AgentFaults) => (faults[name] ? said(faults[name]) : undefined)
  return (
    <fieldset className="applicant" ref={frame}>
      <legend>{t('代理人')}</legend>
      <PersonFields typed={typed} faults={faults} prefix="agent-" onChange={onChange} />
      <TextField
        label={t('授权委托书')}
        placeholder={t('名称、编号或日期')}
        name="agent-mandate"
        value={typed.mandate}
        error={error('mandate')}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => onChange({ ...typed, mandate: target.value })}
      />
      <TextField
        label={t('委托期限至')}
        title={t('委托书没有写明期限的不填')}
        name="agent-mandateUntil"
        type="date"
        value={typed.mandateUntil}
        error={error('mandateUntil')}
        onChange={({ target }) => onChange({ ...typed, mandateUntil: target.value })}
      />
    </fieldset>
  )
}
