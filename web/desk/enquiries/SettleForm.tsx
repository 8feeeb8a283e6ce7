import { useQueryClient } from '@tanstack/react-query'
import { getEnquiry, listEnquiries, settleEnquiry } from '#modules/hall/contract.ts'
import { ENQUIRY_OUTCOME_NAMES, ENQUIRY_OUTCOMES, type EnquiryOutcome } from '#modules/hall/terms.ts'
import {
  FormDialog,
  keyOf,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'

interface SettleFormProps {
  readonly enquiry: string
  readonly onClose: () => void
}

/** Without an outcome it stays open; "not ours" is no outcome but a slip. */
export function SettleForm({ enquiry, onClose }: SettleFormProps) {
  const t = useText()
  const said = useSaid()
  const client = useQueryClient()
  const settle = useCommand(settleEnquiry, { refreshes: [listEnquiries] })
  const params = { enquiry }
  const submit = (form: FormData) =>
    settle.mutate(
      {
        params,
        body: {
          outcome: textOf(form, 'outcome') as EnquiryOutcome,
          text: textOf(form, 'text'),
          caseNo: textOf(form, 'caseNo') || null,
        },
      },
      {
        onSuccess: (answer) => {
          client.setQueryData(keyOf(getEnquiry, { params }), answer)
          onClose()
        },
      },
    )
  return (
    <FormDialog
      title={t('答复办结')}
      action={t('答复办结')}
      busy={settle.isPending}
      problem={settle.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={t('结果')}
        name="outcome"
        options={ENQUIRY_OUTCOMES.map((value) => ({ value, text: said(ENQUIRY_OUTCOME_NAMES[value]) }))}
      />
      <TextAreaField label={t('答复了什么')} name="text" rows={3} maxLength={1000} required />
      <TextField label={t('受理的办件编号（选“已受理”时填）')} name="caseNo" maxLength={60} />
    </FormDialog>
  )
}
