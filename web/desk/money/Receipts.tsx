import { useState } from 'react'
import { listChargeFaults, listReceipts, type ReceiptRow, tellReceipts } from '#modules/catalogue/contract.ts'
import {
  Button,
  type Column,
  DayText,
  FormDialog,
  Loaded,
  sayMoney,
  Table,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { centsOf } from './cents.ts'
import { useText } from './messages.ts'

/** 票据: each beside what the register asks; what does not fit says so. */
export function Receipts() {
  const t = useText()
  const permits = usePermits()
  const [faulty, setFaulty] = useState(false)
  const [telling, setTelling] = useState(false)
  const receipts = useAnswer(listReceipts, { query: faulty ? { faulty: 'true' } : {} })
  const columns = useColumns()
  return (
    <div className="stack">
      <div className="row">
        <TickField
          label={t('只看有问题的')}
          checked={faulty}
          onChange={({ target }) => setFaulty(target.checked)}
        />
        {permits('fees.tell') && <Button onClick={() => setTelling(true)}>{t('上报票据')}</Button>}
      </div>
      <Loaded of={receipts} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有票据')}>
        {({ rows, total }) => (
          <Table
            caption={t('票据')}
            rows={rows}
            columns={columns}
            rowKey={({ receipt }) => receipt}
            total={total}
            exportAs="xiaoneng-receipts"
          />
        )}
      </Loaded>
      {telling && <TellReceipt onClose={() => setTelling(false)} />}
    </div>
  )
}

function useColumns(): Array<Column<ReceiptRow>> {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return [
    {
      key: 'receipt',
      title: t('票据号'),
      cell: ({ receipt }) => numberOf(receipt),
      text: ({ receipt }) => receipt,
    },
    {
      key: 'fee',
      title: t('收费项目'),
      cell: ({ title, fee }) => (
        <>
          {title} <span className="soft small">{fee ?? '–'}</span>
        </>
      ),
      text: ({ title, fee }) => `${title} ${fee ?? ''}`,
    },
    { key: 'on', title: t('日期'), cell: ({ on }) => <DayText day={on} />, text: ({ on }) => on },
    {
      key: 'paid',
      title: t('金额'),
      numeric: true,
      cell: ({ cents }) => <span className="nowrap">{sayMoney(cents, language)}</span>,
      text: ({ cents }) => cents / 100,
    },
    {
      key: 'due',
      title: t('应收'),
      numeric: true,
      cell: ({ due }) => (due === null ? '–' : <span className="nowrap">{sayMoney(due, language)}</span>),
      text: ({ due }) => (due === null ? null : due / 100),
    },
    {
      key: 'fault',
      title: t('问题'),
      cell: ({ because }) => (because ? <strong>■ {said(because)}</strong> : t('没有问题')),
      text: ({ because }) => (because ? said(because) : ''),
    },
  ]
}

/** The unit stands before the number, so that two units may use the same one. */
const numberOf = (receipt: string): string => receipt.slice(receipt.indexOf('/') + 1)

function TellReceipt({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const tell = useCommand(tellReceipts, { refreshes: [listReceipts, listChargeFaults] })
  const submit = (given: FormData) => {
    const investment = centsOf(given, 'investment')
    const row = {
      receipt: textOf(given, 'receipt'),
      fee: textOf(given, 'fee') || null,
      title: textOf(given, 'title'),
      on: textOf(given, 'on'),
      cents: centsOf(given, 'amount') ?? 0,
      voluntary: given.get('voluntary') !== null,
      investment: investment === null ? null : investment * 10_000,
    }
    tell.mutate(
      { body: { rows: [row] } },
      {
        onSuccess: ({ rows }) => {
          const because = rows[0]?.because
          say(because ? said(because) : t('与收费目录相符'))
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      title={t('上报票据')}
      action={t('上报')}
      busy={tell.isPending}
      problem={tell.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label={t('票据号')} name="receipt" maxLength={60} required />
      <TextField label={t('收费编码（票据上没有的不填）')} name="fee" maxLength={60} />
      <TextField label={t('收费名称')} name="title" maxLength={200} required />
      <TextField label={t('日期')} name="on" type="date" required />
      <TextField label={t('金额（元）')} name="amount" type="number" min="0" step="0.01" required />
      <TextField label={t('投资额（万元）')} name="investment" type="number" min="0" step="0.01" />
      <TickField label={t('称为自愿')} name="voluntary" />
    </FormDialog>
  )
}
