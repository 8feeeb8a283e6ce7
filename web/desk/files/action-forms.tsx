import type { ReactNode } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import * as contract from '#modules/cases/contract.ts'
import type { FileView } from '#modules/cases/contract.ts'
import type { Action } from '#modules/cases/terms.ts'
import { SelectField, TextAreaField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useText } from './action-messages.ts'

interface FieldsProps {
  readonly file: FileView
  readonly steps: readonly string[]
}

interface ActionForm {
  readonly endpoint: Endpoint
  readonly look: 'main' | 'usual' | 'danger'
  readonly Fields: (props: FieldsProps) => ReactNode
  readonly body: (given: FormData) => object
}

/** What applicants do themselves has no form here. */
export type FormAction = Exclude<Action, 'rate' | 'withdraw'>

const text = (given: FormData, name: string): string => String(given.get(name) ?? '').trim()
const ticked = (given: FormData, name: string): boolean => given.get(name) !== null
const list = (given: FormData, name: string): string[] => given.getAll(name).map(String)

export const ACTION_FORMS: Readonly<Record<FormAction, ActionForm>> = {
  accept: {
    endpoint: contract.acceptFile,
    look: 'main',
    Fields: AcceptFields,
    body: (given) => (text(given, 'notOnTheSpot') ? { notOnTheSpot: text(given, 'notOnTheSpot') } : {}),
  },
  supplementNotice: {
    endpoint: contract.supplementNotice,
    look: 'usual',
    Fields: SupplementFields,
    body: (given) => ({
      missing: list(given, 'missing'),
      orally: ticked(given, 'orally'),
      exception: text(given, 'exception') || null,
    }),
  },
  supply: {
    endpoint: contract.supplyMaterials,
    look: 'usual',
    Fields: SupplyFields,
    body: (given) => ({ materials: list(given, 'material').map((code) => ({ code, form: 'original' })) }),
  },
  decline: {
    endpoint: contract.declineFile,
    look: 'danger',
    Fields: DeclineFields,
    body: (given) => ({
      reason: text(given, 'reason'),
      basis: text(given, 'basis'),
      nextStep: text(given, 'nextStep'),
    }),
  },
  finishStep: {
    endpoint: contract.finishStep,
    look: 'main',
    Fields: FinishFields,
    body: (given) => ({
      step: text(given, 'step'),
      outcome: text(given, 'outcome'),
      opinion: text(given, 'opinion'),
    }),
  },
  sendBack: {
    endpoint: contract.sendBack,
    look: 'usual',
    Fields: SendBackFields,
    body: (given) => ({ from: text(given, 'from'), to: text(given, 'to'), reason: text(given, 'reason') }),
  },
  decide: {
    endpoint: contract.decideFile,
    look: 'main',
    Fields: DecideFields,
    body: (given) => ({
      outcome: text(given, 'outcome'),
      reasons: text(given, 'reasons'),
      basis: text(given, 'basis'),
      result: text(given, 'result') || null,
    }),
  },
  deliver: {
    endpoint: contract.deliverFile,
    look: 'main',
    Fields: DeliverFields,
    body: (given) => ({ way: text(given, 'way'), proof: text(given, 'proof') }),
  },
  grantExtension: {
    endpoint: contract.grantExtension,
    look: 'main',
    Fields: GrantFields,
    body: (given) => ({ told: ticked(given, 'told') }),
  },
  refuseExtension: {
    endpoint: contract.refuseExtension,
    look: 'usual',
    Fields: ReasonFields,
    body: (given) => ({ reason: text(given, 'reason') }),
  },
  suspend: {
    endpoint: contract.suspendFile,
    look: 'usual',
    Fields: SuspendFields,
    body: (given) => ({
      ground: text(given, 'ground'),
      document: text(given, 'document'),
      told: ticked(given, 'told'),
    }),
  },
  resume: {
    endpoint: contract.resumeFile,
    look: 'main',
    Fields: DocumentFields,
    body: (given) => ({ document: text(given, 'document') }),
  },
  askExtension: {
    endpoint: contract.askExtension,
    look: 'usual',
    Fields: ExtensionFields,
    body: (given) => ({ by: `${text(given, 'days')}W`, reason: text(given, 'reason') }),
  },
  correct: {
    endpoint: contract.correctFile,
    look: 'danger',
    Fields: CorrectFields,
    body: (given) => ({
      subject: text(given, 'subject'),
      to: text(given, 'to'),
      reason: text(given, 'reason'),
    }),
  },
}

function AcceptFields({ file }: FieldsProps) {
  const t = useText()
  return (
    <>
      <p>{t('材料齐全、符合法定形式，予以受理。时限自今日起算。')}</p>
      {file.onTheSpot && (
        <TextAreaField label={t('不能当场办结的理由')} name="notOnTheSpot" rows={2} maxLength={500} />
      )}
    </>
  )
}

interface TicksProps {
  readonly file: FileView
  readonly legend: string
  readonly name: string
  readonly before: (material: FileView['materials'][number]) => boolean
}

/** Materials of the closed list that are not there yet. */
function MaterialTicks({ file, legend, name, before }: TicksProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {file.materials
        .filter(({ handedIn }) => !handedIn)
        .map((material) => (
          <TickField
            key={material.code}
            name={name}
            value={material.code}
            defaultChecked={before(material)}
            label={
              <>
                {material.name} <span className="small soft">{material.guidance}</span>
              </>
            }
          />
        ))}
    </fieldset>
  )
}

function SupplementFields({ file }: FieldsProps) {
  const t = useText()
  return (
    <>
      <MaterialTicks
        file={file}
        name="missing"
        legend={t('缺少的材料（一次列全）')}
        before={({ necessity }) => necessity === 'necessary'}
      />
      <TickField name="orally" label={t('口头告知，不出书面告知书')} />
      {file.supplement && (
        <TextAreaField
          label={t('再次告知的法定理由（只限单位负责人）')}
          name="exception"
          rows={2}
          maxLength={500}
          required
        />
      )}
    </>
  )
}

function SupplyFields({ file }: FieldsProps) {
  const t = useText()
  const asked = file.supplement?.missing ?? []
  return (
    <MaterialTicks
      file={file}
      name="material"
      legend={t('收到的材料')}
      before={({ code }) => asked.includes(code)}
    />
  )
}

function DeclineFields() {
  const t = useText()
  return (
    <>
      <TextAreaField label={t('不予受理的理由')} name="reason" rows={3} maxLength={2000} required />
      <TextField label={t('依据的条款')} name="basis" maxLength={500} required />
      <TextAreaField label={t('申请人下一步怎么办')} name="nextStep" rows={2} maxLength={1000} required />
    </>
  )
}

function StepField({ file, steps, name = 'step' }: FieldsProps & { readonly name?: string }) {
  const t = useText()
  const options = file.steps
    .filter(({ code }) => steps.includes(code))
    .map((step) => ({ value: step.code, text: step.name }))
  return <SelectField label={t('环节')} name={name} options={options} />
}

function FinishFields(props: FieldsProps) {
  const t = useText()
  return (
    <>
      <StepField {...props} />
      <fieldset className="row">
        <legend className="visually-hidden">{t('意见')}</legend>
        <TickField type="radio" name="outcome" value="agreed" label={t('同意')} defaultChecked />
        <TickField type="radio" name="outcome" value="objected" label={t('不同意')} />
      </fieldset>
      <TextAreaField label={t('意见')} name="opinion" rows={3} maxLength={2000} />
    </>
  )
}

function SendBackFields(props: FieldsProps) {
  const t = useText()
  const done = props.file.steps
    .filter(({ status }) => status === 'done')
    .map((step) => ({ value: step.code, text: step.name }))
  return (
    <>
      <StepField {...props} name="from" />
      <SelectField label={t('退回到')} name="to" options={done} />
      <ReasonFields />
    </>
  )
}

function ReasonFields() {
  const t = useText()
  return <TextAreaField label={t('理由')} name="reason" rows={3} maxLength={1000} required />
}

function SuspendFields({ file }: FieldsProps) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <SelectField
        label={t('法定情形')}
        name="ground"
        options={file.suspensionGrounds.map(({ code, ...ground }) => ({ value: code, text: said(ground) }))}
      />
      <DocumentFields />
      <TickField name="told" label={t('已书面告知申请人')} defaultChecked />
    </>
  )
}

function DocumentFields() {
  const t = useText()
  return <TextField label={t('文书名称和文号')} name="document" maxLength={200} required />
}

function ExtensionFields() {
  const t = useText()
  return (
    <>
      <TextField
        label={t('延长多少个工作日')}
        name="days"
        type="number"
        min={1}
        max={60}
        defaultValue="5"
        required
      />
      <ReasonFields />
    </>
  )
}

function GrantFields({ file }: FieldsProps) {
  const t = useText()
  return (
    <>
      <p>{t('批准后时限按申请的天数顺延，并出具延期告知书。')}</p>
      <p>{file.extension?.reason}</p>
      <TickField name="told" label={t('已书面告知申请人')} defaultChecked />
    </>
  )
}

function DecideFields() {
  const t = useText()
  return (
    <>
      <fieldset className="row">
        <legend className="visually-hidden">{t('决定')}</legend>
        <TickField type="radio" name="outcome" value="granted" label={t('准予')} defaultChecked />
        <TickField type="radio" name="outcome" value="denied" label={t('不予许可')} />
      </fieldset>
      <TextAreaField label={t('理由（不予许可必填）')} name="reasons" rows={3} maxLength={4000} />
      <TextField label={t('法律依据（不予许可必填）')} name="basis" maxLength={1000} />
      <TextField label={t('结果名称或证照编号')} name="result" maxLength={200} />
    </>
  )
}

function DeliverFields() {
  const t = useText()
  return (
    <>
      <SelectField
        label={t('方式')}
        name="way"
        options={[
          { value: 'inPerson', text: t('当面') },
          { value: 'post', text: t('邮寄') },
          { value: 'electronic', text: t('电子') },
        ]}
      />
      <TextField label={t('凭证（签收人、回执或邮件单号）')} name="proof" maxLength={200} required />
    </>
  )
}

function CorrectFields() {
  const t = useText()
  return (
    <>
      <p>{t('原记录保留，更正另记一笔。')}</p>
      <SelectField
        label={t('更正什么')}
        name="subject"
        options={[
          { value: 'reasons', text: t('决定理由') },
          { value: 'result', text: t('办理结果') },
          { value: 'revoked', text: t('撤销决定') },
        ]}
      />
      <TextAreaField label={t('改为')} name="to" rows={3} maxLength={4000} />
      <ReasonFields />
    </>
  )
}
