import * as contract from '#modules/cases/contract.ts'
import { CLOSED_FOR, CLOSED_NAMES, HEARING_PARTIES, PARTY_NAMES } from '#modules/cases/terms.ts'
import { DayText, SelectField, TextAreaField, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from '../hearing-messages.ts'
import { type ActionForm, type FieldsProps, ReasonFields, text } from './form.tsx'

export const HEARING_FORMS = {
  offerHearing: {
    endpoint: contract.offerHearing,
    look: 'usual',
    Fields: OfferFields,
    body: (given) => ({ matter: text(given, 'matter'), concerned: text(given, 'concerned') }),
  },
  askHearing: {
    endpoint: contract.askHearing,
    look: 'usual',
    Fields: AskFields,
    body: (given) => ({ by: text(given, 'by'), postedOn: text(given, 'postedOn') || null }),
  },
  setHearing: {
    endpoint: contract.setHearing,
    look: 'main',
    Fields: SetFields,
    body: (given) => ({
      at: `${text(given, 'day')}T${text(given, 'time')}:00+08:00`,
      place: text(given, 'place'),
      chair: text(given, 'chair'),
      closedFor: text(given, 'closedFor') || null,
    }),
  },
  holdHearing: {
    endpoint: contract.holdHearing,
    look: 'main',
    Fields: MinutesFields,
    body: (given) => ({ attended: text(given, 'attended'), statements: text(given, 'statements') }),
  },
  giveUpHearing: {
    endpoint: contract.giveUpHearing,
    look: 'danger',
    Fields: GiveUpFields,
    body: (given) => ({ reason: text(given, 'reason') }),
  },
} satisfies Record<string, ActionForm>

function OfferFields() {
  const t = useText()
  return (
    <>
      <p>{t('出具听证告知书。五个工作日内可以要求听证，这期间不能作出决定；听证不收费用。')}</p>
      <TextAreaField label={t('涉及哪些重大利益关系')} name="matter" rows={3} maxLength={1000} required />
      <TextField
        label={t('还涉及哪些人（只写范围和人数，不写姓名）')}
        name="concerned"
        maxLength={500}
        hint={t('如：北侧相邻住户 6 户')}
      />
    </>
  )
}

function AskFields({ file }: FieldsProps) {
  const t = useText()
  const said = useSaid()
  const options = HEARING_PARTIES.map((party) => ({ value: party, text: said(PARTY_NAMES[party]) }))
  return (
    <>
      <SelectField label={t('谁提出的')} name="by" options={options} />
      <TextField
        label={t('交邮日（寄来的才填，看邮戳）')}
        name="postedOn"
        type="date"
        min={file.hearing?.offeredAt.slice(0, 10)}
        hint={t('以交邮日为准，路上的时间不算。')}
      />
    </>
  )
}

function SetFields({ file }: FieldsProps) {
  const t = useText()
  const first = file.hearing?.firstDay ?? undefined
  return (
    <>
      {first && (
        <p>
          {t('须提前七个工作日通知，最早')} <DayText day={first} />
          {t('。通知书随即发出。')}
        </p>
      )}
      <TextField label={t('日期')} name="day" type="date" min={first} defaultValue={first} required />
      <TextField label={t('时间')} name="time" type="time" defaultValue="09:00" required />
      <TextField label={t('地点')} name="place" maxLength={200} required />
      <ChairField file={file} />
      <ClosedField />
    </>
  )
}

/** Whoever has worked on the file does not stand in the list at all (行政许可法 48(3)). */
function ChairField({ file: { caseNo, unit } }: Pick<FieldsProps, 'file'>) {
  const t = useText()
  const people = useAnswer(contract.filePeople, { params: { caseNo } })
  const free = (people.data?.rows ?? []).filter((one) => one.unit === unit && !one.handled)
  return (
    <SelectField
      label={t('主持人（没有经办过本件的人员）')}
      name="chair"
      options={free.map(({ account, name }) => ({ value: account, text: name }))}
      required
    />
  )
}

function ClosedField() {
  const t = useText()
  const said = useSaid()
  const closed = CLOSED_FOR.map((ground) => ({
    value: ground,
    text: t('不公开：涉及{{ground}}', { ground: said(CLOSED_NAMES[ground]) }),
  }))
  return (
    <SelectField
      label={t('是否公开')}
      name="closedFor"
      options={[{ value: '', text: t('公开举行') }, ...closed]}
    />
  )
}

function MinutesFields() {
  const t = useText()
  return (
    <>
      <p>{t('生成听证笔录，交参加人确认签字；时限从次日起继续计算。')}</p>
      <TextField
        label={t('到场情况（不写姓名）')}
        name="attended"
        maxLength={500}
        hint={t('如：申请人、利害关系人代表 2 名')}
        required
      />
      <TextAreaField label={t('陈述、申辩和质证')} name="statements" rows={6} maxLength={8000} required />
    </>
  )
}

function GiveUpFields() {
  const t = useText()
  return (
    <>
      <p>{t('撤回听证申请，或者无正当理由不到场的，登记后继续办理。')}</p>
      <ReasonFields />
    </>
  )
}
