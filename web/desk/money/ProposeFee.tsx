import { useState } from 'react'
import { type FeeProposal, listFeeDesk, proposeFee } from '#modules/catalogue/contract.ts'
import {
  FEE_PAYER_WORDS,
  FEE_PAYERS,
  FEE_STATE_WORDS,
  FEE_STATES,
  QUANTITIES,
  QUANTITY_WORDS,
} from '#modules/catalogue/terms.ts'
import {
  FormDialog,
  listOf,
  SelectField,
  TextField,
  textOf,
  TickField,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { centsOf } from './cents.ts'
import { useText } from './messages.ts'

export type Proposing =
  | { readonly kind: 'entry' }
  | { readonly kind: 'terms' | 'reduction'; readonly fee: string; readonly name: string }

/** 起草: a fee, new terms of one, or a reduction of it. What is refused is said above the form. */
export function ProposeFee({
  proposing,
  onClose,
}: {
  readonly proposing: Proposing
  readonly onClose: () => void
}) {
  const t = useText()
  const say = useToast()
  const propose = useCommand(proposeFee, { refreshes: [listFeeDesk] })
  const named = proposing.kind === 'entry' ? '' : proposing.name
  const titles = {
    entry: t('登记收费'),
    terms: `${t('调整')} ${named}`,
    reduction: `${t('加减免')} ${named}`,
  }
  return (
    <FormDialog
      title={titles[proposing.kind]}
      action={t('起草')}
      busy={propose.isPending}
      problem={propose.error}
      onClose={onClose}
      onSubmit={(given) => {
        const fee = proposing.kind === 'entry' ? textOf(given, 'fee') : proposing.fee
        propose.mutate(
          { params: { fee }, body: { proposal: proposalFrom(proposing.kind, given) } },
          {
            onSuccess: () => {
              say(t('已起草：{{name}}，等另一人公布', { name: named || textOf(given, 'name') }))
              onClose()
            },
          },
        )
      }}
    >
      {proposing.kind === 'entry' && <EntryFields />}
      {proposing.kind === 'reduction' ? (
        <ReductionFields />
      ) : (
        <TermsFields states={proposing.kind === 'terms'} />
      )}
    </FormDialog>
  )
}

function proposalFrom(kind: Proposing['kind'], given: FormData): FeeProposal {
  if (kind === 'reduction') return { kind, reduction: reductionFrom(given) }
  const terms = termsFrom(given)
  if (kind === 'terms') return { kind, terms }
  const payer = textOf(given, 'payer') as (typeof FEE_PAYERS)[number]
  const name = { zh: textOf(given, 'name'), en: textOf(given, 'nameEn') || textOf(given, 'name') }
  return { kind, name, payer, items: listOf(given, 'items'), terms }
}

type Terms = Extract<FeeProposal, { kind: 'terms' }>['terms']

function termsFrom(given: FormData): Terms {
  const exemption = textOf(given, 'exemption')
  return {
    from: textOf(given, 'from'),
    status: (textOf(given, 'status') || 'kept') as Terms['status'],
    rate: rateFrom(given),
    basis: textOf(given, 'basis'),
    exemption: { zh: exemption, en: exemption },
    collectedYearly: centsOf(given, 'collected'),
  }
}

function rateFrom(given: FormData): Terms['rate'] {
  const cents = centsOf(given, 'amount') ?? 0
  switch (textOf(given, 'counted')) {
    case 'each':
      return { kind: 'each', cents, of: textOf(given, 'of') as (typeof QUANTITIES)[number] }
    case 'share':
      return { kind: 'share', millionths: Math.round(Number(textOf(given, 'percent')) * 10_000) }
    default:
      return { kind: 'fixed', cents }
  }
}

type Reduction = Extract<FeeProposal, { kind: 'reduction' }>['reduction']

function reductionFrom(given: FormData): Reduction {
  const title = textOf(given, 'title')
  const investment = centsOf(given, 'minInvestment')
  return {
    reduction: textOf(given, 'reduction'),
    title: { zh: title, en: title },
    basis: textOf(given, 'basis'),
    percent: Number(textOf(given, 'percent')),
    from: textOf(given, 'from'),
    until: textOf(given, 'until') || null,
    // 万元, in fen.
    minInvestment: investment === null ? null : investment * 10_000,
    boundary: given.get('included') === null ? 'excluded' : 'included',
    projects: [],
  }
}

function EntryFields() {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <TextField
        label={t('编码')}
        name="fee"
        pattern="[a-z0-9][a-z0-9\-]{1,59}"
        required
        autoComplete="off"
      />
      <TextField label={t('名称')} name="name" maxLength={100} required />
      <TextField label={t('英文名称')} name="nameEn" maxLength={100} />
      <SelectField
        label={t('缴纳人')}
        name="payer"
        options={FEE_PAYERS.map((value) => ({ value, text: said(FEE_PAYER_WORDS[value]) }))}
      />
      <TextField label={t('适用事项（编码，逗号分开）')} name="items" />
    </>
  )
}

function TermsFields({ states }: { readonly states: boolean }) {
  const t = useText()
  const said = useSaid()
  const [counted, setCounted] = useState('fixed')
  const number = { type: 'number', min: '0', step: '0.01', required: true } as const
  return (
    <>
      {states && (
        <SelectField
          label={t('状态')}
          name="status"
          options={FEE_STATES.map((value) => ({ value, text: said(FEE_STATE_WORDS[value]) }))}
        />
      )}
      <SelectField
        label={t('计费方式')}
        name="counted"
        value={counted}
        onChange={({ target }) => setCounted(target.value)}
        options={[
          { value: 'fixed', text: t('每件') },
          { value: 'each', text: t('每平方米、每人等') },
          { value: 'share', text: t('按投资额') },
        ]}
      />
      {counted === 'share' ? (
        <TextField label={t('投资额的百分比')} name="percent" {...number} max="100" step="0.0001" />
      ) : (
        <TextField label={t('金额（元）')} name="amount" {...number} />
      )}
      {counted === 'each' && (
        <SelectField
          label={t('单位')}
          name="of"
          options={QUANTITIES.map((value) => ({ value, text: said(QUANTITY_WORDS[value]) }))}
        />
      )}
      <TextField label={t('依据')} name="basis" maxLength={500} required />
      <TextField label={t('免收情形')} name="exemption" maxLength={300} />
      <TextField label={t('施行日期')} name="from" type="date" required />
      <TextField label={t('上年收缴（元）')} name="collected" type="number" min="0" step="0.01" />
    </>
  )
}

function ReductionFields() {
  const t = useText()
  return (
    <>
      <TextField label={t('减免编码')} name="reduction" pattern="[a-z0-9][a-z0-9\-]{1,59}" required />
      <TextField label={t('减免名称')} name="title" maxLength={120} required />
      <TextField label={t('依据')} name="basis" maxLength={500} required />
      <TextField
        label={t('减免后收取（%）')}
        name="percent"
        type="number"
        min="0"
        max="99"
        step="1"
        required
      />
      <TextField
        label={t('投资额（万元）以上')}
        name="minInvestment"
        type="number"
        min="0"
        step="0.01"
        required
      />
      <TickField label={t('“以上”含本数')} name="included" defaultChecked />
      <TextField label={t('施行日期')} name="from" type="date" required />
      <TextField label={t('截止日期')} name="until" type="date" />
    </>
  )
}
