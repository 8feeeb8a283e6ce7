import * as contract from '#modules/cases/contract.ts'
import { INFORMED_WAYS, INVOLVED_HOW, INVOLVED_WORDS, RAISED_BY, RAISED_WORDS } from '#modules/cases/terms.ts'
import { listUnits } from '#modules/organisation/contract.ts'
import { SelectField, TextAreaField, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from '../responsibility-messages.ts'
import { type ActionForm, type FieldsProps, ReasonFields, text } from './form.tsx'

export const RESPONSIBILITY_FORMS = {
  transferStep: {
    endpoint: contract.transferStep,
    look: 'usual',
    Fields: TransferFields,
    body: (given) => ({
      step: text(given, 'step'),
      to: { unit: text(given, 'unit') },
      reason: text(given, 'reason'),
      basis: text(given, 'basis'),
    }),
  },
  ruleTransfer: {
    endpoint: contract.ruleTransfer,
    look: 'main',
    Fields: RulingFields,
    body: (given) => ({
      to: { unit: text(given, 'unit') },
      reason: text(given, 'reason'),
      basis: text(given, 'basis'),
    }),
  },
  nameServiceOfficer: {
    endpoint: contract.nameServiceOfficer,
    look: 'usual',
    Fields: OfficerFields,
    body: (given) => ({ account: text(given, 'account'), reason: text(given, 'reason') }),
  },
  informApplicant: {
    endpoint: contract.informApplicant,
    look: 'usual',
    Fields: InformFields,
    body: (given) => ({ way: text(given, 'way'), text: text(given, 'text') }),
  },
  involveLeader: {
    endpoint: contract.involveLeader,
    look: 'usual',
    Fields: InvolvedFields,
    body: (given) => ({
      how: text(given, 'how'),
      raisedBy: text(given, 'raisedBy'),
      leader: text(given, 'leader'),
      matter: text(given, 'matter'),
      heardAt: `${text(given, 'heardAt')}:00+08:00`,
    }),
  },
  answerInvolved: {
    endpoint: contract.answerInvolved,
    look: 'usual',
    Fields: AnswerFields,
    body: (given) => ({ instruction: text(given, 'instruction') }),
  },
} satisfies Record<string, ActionForm>

const MOST_UNITS = 200

/** Units by name; the one that has it now is left out. */
function UnitField({ label, but }: { readonly label: string; readonly but: string | undefined }) {
  const said = useSaid()
  const units = useAnswer(listUnits, { query: { limit: MOST_UNITS } })
  const options = (units.data?.rows ?? [])
    .filter(({ id }) => id !== but)
    .map(({ id, name, nameEn }) => ({ value: id, text: said({ zh: name, en: nameEn }) }))
  return <SelectField label={label} name="unit" options={options} />
}

function BasisFields() {
  const t = useText()
  return <TextField label={t('依据（条款或职责分工）')} name="basis" maxLength={500} required />
}

function TransferFields({ file, steps }: FieldsProps) {
  const t = useText()
  const open = file.steps.filter(({ code }) => steps.includes(code))
  return (
    <>
      <p className="small soft">
        {t('移交须经本单位负责人同意；第三次移交自动停止，由协调机构裁定。时限照常计算。')}
      </p>
      <SelectField
        label={t('环节')}
        name="step"
        options={open.map(({ code, name }) => ({ value: code, text: name }))}
      />
      <UnitField label={t('移交给哪个单位')} but={open[0]?.unit} />
      <TextAreaField
        label={t('为什么不是本单位的事（不少于 10 个字）')}
        name="reason"
        rows={3}
        minLength={10}
        maxLength={1000}
        required
      />
      <BasisFields />
    </>
  )
}

function RulingFields() {
  const t = useText()
  return (
    <>
      <p className="small soft">{t('裁定对双方有约束力，裁定后不得再移交。')}</p>
      <UnitField label={t('由哪个单位办理')} but={undefined} />
      <ReasonFields />
      <BasisFields />
    </>
  )
}

function OfficerFields({ file }: FieldsProps) {
  const t = useText()
  const people = useAnswer(contract.filePeople, { params: { caseNo: file.caseNo } })
  const options = (people.data?.rows ?? []).map(({ account, name }) => ({ value: account, text: name }))
  return (
    <>
      <SelectField label={t('人员')} name="account" options={options} />
      <ReasonFields />
    </>
  )
}

const WAYS = { message: '短信', phone: '电话', inPerson: '当面' } as const

function InformFields() {
  const t = useText()
  return (
    <>
      <SelectField
        label={t('方式')}
        name="way"
        options={INFORMED_WAYS.map((way) => ({ value: way, text: t(WAYS[way]) }))}
      />
      <TextAreaField label={t('告知的内容')} name="text" rows={3} maxLength={500} required />
    </>
  )
}

function InvolvedFields({ file }: FieldsProps) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <SelectField
        label={t('过问方式')}
        name="how"
        options={INVOLVED_HOW.map((how) => ({ value: how, text: said(INVOLVED_WORDS[how]) }))}
      />
      <SelectField
        label={t('谁提出的')}
        name="raisedBy"
        options={RAISED_BY.map((who) => ({ value: who, text: said(RAISED_WORDS[who]) }))}
      />
      <TextField label={t('哪一位领导（写职务）')} name="leader" maxLength={60} required />
      <TextField
        label={t('过问的时间')}
        name="heardAt"
        type="datetime-local"
        min={file.receivedAt.slice(0, 16)}
        required
      />
      <TextAreaField label={t('过问什么')} name="matter" rows={3} maxLength={500} required />
    </>
  )
}

function AnswerFields() {
  const t = useText()
  return <TextAreaField label={t('领导怎么答复')} name="instruction" rows={3} maxLength={1000} required />
}
