import type { Handover } from '#modules/catalogue/contract.ts'
import { levels } from '#modules/catalogue/terms.ts'
import { SelectField, TextField, textOf, useSaid } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 承接条件: who takes the power over, and whether they can. */
export function HandoverFields() {
  const t = useText()
  const said = useSaid()
  const units = useUnits()
  return (
    <>
      <SelectField label={t('承接单位')} name="toUnit" required options={units} />
      <SelectField
        label={t('承接层级')}
        name="level"
        required
        defaultValue="township"
        options={Object.entries(levels).map(([value, name]) => ({ value, text: said(name) }))}
      />
      <TextField label={t('培训日期')} name="trainedOn" type="date" required />
      <TextField label={t('培训人数')} name="trained" type="number" min={0} required />
      <TextField label={t('承接人员')} name="staff" type="number" min={0} required />
      <TextField label={t('印章移交日期（未移交则空）')} name="sealOn" type="date" />
    </>
  )
}

export const readHandover = (form: FormData): Handover => ({
  toUnit: textOf(form, 'toUnit'),
  level: textOf(form, 'level') as Handover['level'],
  trainedOn: textOf(form, 'trainedOn') || null,
  trained: Number(textOf(form, 'trained')),
  staff: Number(textOf(form, 'staff')),
  sealOn: textOf(form, 'sealOn') || null,
})
