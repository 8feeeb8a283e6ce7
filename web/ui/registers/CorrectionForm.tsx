import { type FormEvent, useState } from 'react'
import type { Field, Institution } from '#engines/registers/contract.ts'
import {
  correctEntry,
  type EntryView,
  getEntry,
  getInstitution,
  listEntries,
} from '#modules/institutions/contract.ts'
import { Button, Dialog, Notice, TextField, useCommand, useSaid, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'
import { StaffReferences } from './StaffReferences.tsx'
import { given, type TypedValues, typedOf } from './typed.ts'
import { ValueField } from './ValueField.tsx'

interface CorrectionProps {
  readonly of: EntryView
  readonly definition: Institution
  readonly onClose: () => void
}

/** Persons are given anew, never shown again; fixed fields are not here. */
const mayChange = ({ kind, fixed }: Field): boolean => kind !== 'person' && fixed !== true

/** 更正: what stands in the entry, to be changed with a reason; what stood before stays to be read. */
export function CorrectionForm({ of: { institution, entry, values }, definition, onClose }: CorrectionProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const fields = definition.fields.filter((field) => mayChange(field) && values[field.code] !== undefined)
  const [typed, setTyped] = useState<TypedValues>(() =>
    Object.fromEntries(fields.map((field) => [field.code, typedOf(field, values[field.code])])),
  )
  const correct = useCommand(correctEntry, { refreshes: [getEntry, listEntries, getInstitution] })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    correct.mutate(
      { params: { institution, entry }, body: { reason, values: given(fields, typed) as never } },
      {
        onSuccess: () => {
          say(t('已更正'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open title={t('更正')} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        {correct.error && (
          <Notice tone="red" role="alert">
            {said(correct.error.text)}
          </Notice>
        )}
        {fields.map((field) => (
          <ValueField
            key={field.code}
            field={field}
            required={false}
            References={StaffReferences}
            value={typed[field.code]}
            onChange={(value) => setTyped((before) => ({ ...before, [field.code]: value }))}
          />
        ))}
        <TextField label={t('更正理由')} name="reason" minLength={2} maxLength={200} required />
        <div className="row dialog-actions">
          <Button type="submit" look="main" busy={correct.isPending}>
            {t('更正')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
