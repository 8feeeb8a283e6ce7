import type { ArrangedCounter } from '#modules/hall/contract.ts'
import { SelectField, TextField, textOf } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 窗口旁的办事纪律和投诉渠道: who complains about a window does not end at the department that sits there. */
export function Beside({ counter }: { readonly counter?: Pick<ArrangedCounter, 'conduct' | 'complaint'> }) {
  const t = useText()
  const units = useUnits()
  return (
    <>
      <TextField
        label={t('窗口旁公开的办事纪律')}
        name="conduct"
        maxLength={500}
        defaultValue={counter?.conduct.zh}
      />
      <TextField
        label={t('办事纪律（英文）')}
        name="conductEn"
        maxLength={500}
        defaultValue={counter?.conduct.en}
      />
      <TextField
        label={t('投诉电话')}
        name="complaintPhone"
        maxLength={40}
        defaultValue={counter?.complaint?.phone}
      />
      <SelectField
        label={t('投诉由谁接听（不能是本窗口的部门）')}
        name="complaintUnit"
        defaultValue={counter?.complaint?.unit.unit ?? ''}
        options={[{ value: '', text: '–' }, ...units]}
      />
    </>
  )
}

/** What was typed there; what is empty is left out, and the window is shown as lacking it. */
export function besideOf(form: FormData) {
  const conduct = { zh: textOf(form, 'conduct'), en: textOf(form, 'conductEn') }
  const complaint = { phone: textOf(form, 'complaintPhone'), unit: textOf(form, 'complaintUnit') }
  return {
    ...(conduct.zh ? { conduct } : {}),
    ...(complaint.phone && complaint.unit ? { complaint } : {}),
  }
}
