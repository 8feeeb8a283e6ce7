import { useState } from 'react'
import { type AgentRow, listAgencies, takeAgency } from '#modules/cases/contract.ts'
import {
  Button,
  Dialog,
  FormDialog,
  listOf,
  SelectField,
  TextField,
  textOf,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'

interface TakeDialogProps {
  readonly agent: AgentRow
  readonly onClose: () => void
}

/** 受托: who, what, on which mandate, and which papers; then the number and code for the resident to keep. */
export function TakeDialog({ agent, onClose }: TakeDialogProps) {
  const t = useText()
  const said = useSaid()
  const [slip, setSlip] = useState<{ agency: string; code: string } | null>(null)
  const take = useCommand(takeAgency, { refreshes: [listAgencies] })
  if (slip)
    return (
      <Dialog open title={t('受托')} onClose={onClose}>
        <p>
          <strong>{t('代办编号 {{agency}}，查询码 {{code}}。请抄给委托人。', slip)}</strong>
        </p>
        <Button look="main" onClick={onClose}>
          {t('知道了')}
        </Button>
      </Dialog>
    )
  return (
    <FormDialog
      title={t('受托')}
      action={t('受托')}
      busy={take.isPending}
      problem={take.error}
      onClose={onClose}
      onSubmit={(given) => take.mutate({ body: bodyOf(given) }, { onSuccess: setSlip })}
    >
      <SelectField
        label={t('事项')}
        name="item"
        options={agent.items.map(({ item, name }) => ({ value: item, text: said(name) }))}
      />
      <TextField label={t('姓名')} name="name" maxLength={100} autoComplete="off" required />
      <TextField label={t('身份证号')} name="documentNumber" maxLength={40} autoComplete="off" required />
      <TextField label={t('手机')} name="phone" type="tel" maxLength={30} autoComplete="off" required />
      <TextField label={t('委托书名称或编号')} name="mandate" maxLength={200} required />
      <TextField label={t('委托书有效期至')} name="until" type="date" required />
      <TextField label={t('收取的材料（逗号分开）')} name="papers" />
    </FormDialog>
  )
}

const bodyOf = (given: FormData) => ({
  item: textOf(given, 'item'),
  applicant: {
    kind: 'natural' as const,
    name: textOf(given, 'name'),
    documentKind: 'residentId' as const,
    documentNumber: textOf(given, 'documentNumber'),
    phone: textOf(given, 'phone'),
  },
  mandate: { document: textOf(given, 'mandate'), until: textOf(given, 'until') },
  papers: listOf(given, 'papers'),
})
