import { type ComponentType, type FormEvent, useState } from 'react'
import type { Institution, Step } from '#engines/registers/contract.ts'
import { Button, Notice, type ProblemError, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { given, type TypedValues } from './typed.ts'
import { type ReferencesProps, ValueField } from './ValueField.tsx'

interface StepFormProps {
  readonly definition: Institution
  readonly step: Step
  readonly busy: boolean
  readonly problem: ProblemError | null
  readonly onSend: (values: Record<string, unknown>) => void
  readonly onClose: () => void
  readonly References: ComponentType<ReferencesProps>
}

/** The fields that a step asks for, in its order. Refused, the form stays with what was typed. */
export function StepForm({ definition, step, busy, problem, onSend, onClose, References }: StepFormProps) {
  const t = useText()
  const said = useSaid()
  const [typed, setTyped] = useState<TypedValues>({})
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend(given(definition.fields, typed))
  }
  return (
    <form className="stack" onSubmit={send}>
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      {step.asks.map(({ field: code, required }) => {
        const field = definition.fields.find((one) => one.code === code)
        return (
          field && (
            <ValueField
              key={code}
              field={field}
              required={required}
              value={typed[code]}
              References={References}
              onChange={(value) => setTyped((before) => ({ ...before, [code]: value }))}
            />
          )
        )
      })}
      <div className="row dialog-actions">
        <Button type="submit" look="main" busy={busy}>
          {said(step.title)}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </form>
  )
}
