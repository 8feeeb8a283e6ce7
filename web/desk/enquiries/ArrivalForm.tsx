import { type FormEvent, useState } from 'react'
import { confirmSlip, getEnquiry, listEnquiries } from '#modules/hall/contract.ts'
import { Button, Notice, TextField, useCommand, useSaid, useToast } from '#ui/index.ts'
import { useGo } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** A scanner types the address of the slip; the number is its last part. */
const numberIn = (typed: string): string =>
  (typed.trim().split('/').at(-1) ?? '').split('?')[0]?.toUpperCase() ?? ''

/** 到达确认: at the counter that the slip led to. Whoever confirms takes the question over. */
export function ArrivalForm() {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const go = useGo()
  const [typed, setTyped] = useState('')
  const confirm = useCommand(confirmSlip, { refreshes: [listEnquiries, getEnquiry] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(
      { params: { slip: numberIn(typed) } },
      {
        onSuccess: ({ enquiry }) => {
          say(t('已确认，这件事由您接手。'))
          go(`/enquiries/${enquiry}`)
        },
      },
    )
  }
  return (
    <form className="sheet row no-print" onSubmit={submit}>
      <TextField
        label={t('转办单编号（扫码或输入）')}
        name="slip"
        autoComplete="off"
        required
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" busy={confirm.isPending}>
        {t('确认转来的群众已到')}
      </Button>
      {confirm.error && (
        <Notice tone="red" role="alert">
          {said(confirm.error.text)}
        </Notice>
      )}
    </form>
  )
}
