import { askEnquiry, listEnquiries } from '#modules/hall/contract.ts'
import { FormDialog, orNull, TextAreaField, TextField, textOf, useCommand } from '#ui/index.ts'
import { useGo } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** Entered in the name of whoever is signed in: nobody enters a question for somebody else. */
export function AskForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const go = useGo()
  const ask = useCommand(askEnquiry, { refreshes: [listEnquiries] })
  const submit = (form: FormData) =>
    ask.mutate(
      {
        body: {
          matter: textOf(form, 'matter'),
          item: orNull(textOf(form, 'item')),
          phone: orNull(textOf(form, 'phone')),
          ticket: orNull(textOf(form, 'ticket')),
        },
      },
      { onSuccess: ({ enquiry }) => go(`/enquiries/${enquiry}`) },
    )
  return (
    <FormDialog
      title={t('登记首问')}
      action={t('登记')}
      busy={ask.isPending}
      problem={ask.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextAreaField
        label={t('问的是什么（不写姓名和证件号）')}
        name="matter"
        rows={2}
        minLength={2}
        maxLength={300}
        required
      />
      <TextField
        label={t('手机号（只用来认出同一个人，不保存号码）')}
        name="phone"
        type="tel"
        autoComplete="off"
        maxLength={20}
      />
      <TextField label={t('排队号（可不填）')} name="ticket" maxLength={40} />
      <TextField label={t('事项编码（知道就填，转办时核对归哪个单位）')} name="item" maxLength={80} />
    </FormDialog>
  )
}
