import { type FormEvent, useState } from 'react'
import { listReceipts } from '#modules/catalogue/contract.ts'
import { billFile, chargeFile, type FileCharges as Charges, fileCharges } from '#modules/cases/contract.ts'
import {
  Bill,
  Button,
  Confirm,
  InstantText,
  Notice,
  sayMoney,
  TextField,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { centsOf } from '../money/cents.ts'
import { useText } from './messages.ts'

type Line = Charges['bill']['lines'][number]

/** The bill of a case with its reasons, and the charge of exactly that: another amount cannot be typed here. */
export function FileCharges({ caseNo }: { readonly caseNo: string }) {
  const t = useText()
  const { data } = useAnswer(fileCharges, { params: { caseNo } })
  if (!data) return null
  const { bill, charges, faults, mayCharge } = data
  const free = bill.lines.length + bill.open.length === 0
  if (free && charges.length + faults.length === 0) return <p className="soft">{t('本事项不收费')}</p>
  return (
    <div className="stack">
      {mayCharge && !free && <Billing caseNo={caseNo} of={data} />}
      {!free && <Bill of={bill} />}
      {mayCharge && <ToCharge caseNo={caseNo} of={data} />}
      <Charged of={data} />
      <Faults of={data} />
    </div>
  )
}

interface PartProps {
  readonly caseNo: string
  readonly of: Charges
}

/** 计费依据: what the bill is reckoned by; a project's own figures come with its file. */
function Billing({ caseNo, of: { chargedFor } }: PartProps) {
  const t = useText()
  const said = useSaid()
  const say = useCommand(billFile, { refreshes: [fileCharges] })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [investment, area] = [centsOf(given, 'investment'), centsOf(given, 'area')]
    const body = {
      ...chargedFor,
      investment: investment === null ? null : investment * 10_000,
      quantities: area === null ? {} : { ...chargedFor.quantities, area },
    }
    say.mutate({ params: { caseNo }, body })
  }
  const { investment, quantities } = chargedFor
  const number = { type: 'number', min: '0', step: '0.01' } as const
  return (
    <form className="row no-print" onSubmit={submit} key={JSON.stringify(chargedFor)}>
      {say.error && <Notice tone="red">{said(say.error.text)}</Notice>}
      <TextField
        label={t('投资额（万元）')}
        name="investment"
        defaultValue={investment === null ? '' : investment / 1_000_000}
        {...number}
      />
      <TextField
        label={t('面积（平方米）')}
        name="area"
        defaultValue={quantities.area === undefined ? '' : quantities.area / 100}
        {...number}
      />
      <Button type="submit" busy={say.isPending}>
        {t('保存')}
      </Button>
    </form>
  )
}

function ToCharge({ caseNo, of: { bill, charges } }: PartProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const [asked, setAsked] = useState<Line | null>(null)
  const charge = useCommand(chargeFile, { refreshes: [fileCharges, listReceipts] })
  const open = bill.lines.filter(({ fee, due }) => due > 0 && !charges.some((one) => one.fee === fee))
  return (
    <div className="row no-print">
      {charge.error && (
        <Notice tone="red" role="alert">
          {said(charge.error.text)}
        </Notice>
      )}
      {open.map((line) => (
        <Button key={line.fee} look="main" busy={charge.isPending} onClick={() => setAsked(line)}>
          {said(line.name)}：{t('收取 {{amount}}', { amount: sayMoney(line.due, language) })}
        </Button>
      ))}
      {asked && (
        <Confirm
          open
          title={said(asked.name)}
          action={t('收取 {{amount}}', { amount: sayMoney(asked.due, language) })}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null)
            charge.mutate({ params: { caseNo }, body: { fee: asked.fee, cents: asked.due } })
          }}
        >
          <p>
            {t('收取 {{name}} {{amount}}，出具票据。', {
              name: said(asked.name),
              amount: sayMoney(asked.due, language),
            })}
          </p>
        </Confirm>
      )}
    </div>
  )
}

function Charged({ of: { charges } }: Pick<PartProps, 'of'>) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  if (charges.length === 0) return null
  return (
    <ul>
      {charges.map(({ fee, name, cents, receipt, at }) => (
        <li key={fee}>
          ✓{' '}
          {t('已收 {{name}} {{amount}}，票据 {{number}}', {
            name: said(name),
            amount: sayMoney(cents, language),
            number: receipt.number,
          })}{' '}
          · <InstantText at={at} />
        </li>
      ))}
    </ul>
  )
}

function Faults({ of: { faults } }: Pick<PartProps, 'of'>) {
  const t = useText()
  const said = useSaid()
  if (faults.length === 0) return null
  return (
    <Notice tone="red">
      <strong>{t('收费与目录不符，已通报监察：')}</strong>
      <ul>
        {faults.map(({ at, because }) => (
          <li key={`${at} ${because.zh}`}>
            <InstantText at={at} /> {said(because)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
