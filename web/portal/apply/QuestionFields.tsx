import { removeOwnUpload, uploadOwn } from '#modules/cases/contract.ts'
import type { DocumentKind } from '#modules/vault/contract.ts'
import { call, SelectField, TextField, TickField, useSaid } from '#ui/index.ts'
import { type AnswerFaults, ItemFormFields } from '#ui/item-form/index.ts'
import { FilePicker } from '../uploads/FilePicker.tsx'
import type { Application } from './draft.ts'
import { useText } from './messages.ts'
import type { Fault, Question } from './questions.ts'

interface QuestionFieldsProps {
  readonly item: string
  readonly question: Question
  readonly given: Application
  readonly fault: Fault | undefined
  /** What is wrong on a screen of the item's form, by field. */
  readonly answerFaults: AnswerFaults
  readonly onChange: (some: Partial<Application>, options?: { keep?: boolean }) => void
}

export function QuestionFields(props: QuestionFieldsProps) {
  switch (props.question.ask) {
    case 'who':
      return <Who {...props} />
    case 'name':
      return <Name {...props} />
    case 'document':
      return <Document {...props} />
    case 'contact':
      return <Contact {...props} />
    case 'form':
      return <ItemForm {...props} question={props.question} />
    case 'material':
      return <MaterialFiles {...props} material={props.question.material} />
    case 'review':
      return null
  }
}

function Who({ given, onChange }: QuestionFieldsProps) {
  const t = useText()
  const kinds = [
    { kind: 'natural', label: t('我本人') },
    { kind: 'legal', label: t('公司或其他单位（我是经办人）') },
  ] as const
  return (
    <fieldset className="stack">
      <legend>
        <h2>{t('为谁申请？')}</h2>
      </legend>
      {kinds.map(({ kind, label }) => (
        <TickField
          key={kind}
          type="radio"
          name="kind"
          label={label}
          checked={given.kind === kind}
          // A person's number is no organisation's: what does not fit any more is asked again.
          onChange={() => given.kind !== kind && onChange({ kind, name: '', documentNumber: '' })}
        />
      ))}
    </fieldset>
  )
}

function useFault(fault: Fault | undefined) {
  const t = useText()
  return fault && t(fault)
}

function Name({ given, fault, onChange }: QuestionFieldsProps) {
  const t = useText()
  const error = useFault(fault)
  const legal = given.kind === 'legal'
  return (
    <div className="stack">
      <h2>{legal ? t('单位的名称？') : t('您的姓名？')}</h2>
      <TextField
        label={legal ? t('单位名称') : t('姓名')}
        hint={legal ? t('与营业执照或登记证书上的一致。') : t('与身份证件上的一致。')}
        error={error}
        name="name"
        autoComplete={legal ? 'organization' : 'name'}
        maxLength={100}
        required
        value={given.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
    </div>
  )
}

const DOCUMENTS = [
  { kind: 'residentId', text: '居民身份证' },
  { kind: 'passport', text: '护照' },
  { kind: 'hongKongMacaoPermit', text: '港澳居民来往内地通行证' },
  { kind: 'taiwanPermit', text: '台湾居民来往大陆通行证' },
  { kind: 'permanentResidence', text: '外国人永久居留身份证' },
  { kind: 'other', text: '其他证件' },
] as const

function Document({ given, fault, onChange }: QuestionFieldsProps) {
  const t = useText()
  const error = useFault(fault)
  const legal = given.kind === 'legal'
  const resident = given.documentKind === 'residentId'
  return (
    <div className="stack form">
      <h2>{t('证件号码？')}</h2>
      {!legal && (
        <SelectField
          label={t('证件类型')}
          value={given.documentKind}
          onChange={({ target }) => onChange({ documentKind: target.value as DocumentKind })}
          options={DOCUMENTS.map(({ kind, text }) => ({ value: kind, text: t(text) }))}
        />
      )}
      <TextField
        label={legal ? t('统一社会信用代码') : t('证件号码')}
        hint={
          legal ? t('18 位数字和字母，在营业执照上。') : resident ? t('18 位，末位可能是 X。') : undefined
        }
        error={error}
        name="documentNumber"
        autoComplete="off"
        maxLength={40}
        required
        value={given.documentNumber}
        onChange={({ target }) => onChange({ documentNumber: target.value })}
      />
    </div>
  )
}

function Contact({ given, fault, onChange }: QuestionFieldsProps) {
  const t = useText()
  const error = useFault(fault)
  return (
    <div className="stack form">
      <h2>{t('怎么联系您？')}</h2>
      <TextField
        label={t('联系电话')}
        hint={t('办理结果和补正通知发到这个号码。')}
        error={error}
        name="phone"
        type="tel"
        autoComplete="tel-national"
        maxLength={30}
        required
        value={given.phone}
        onChange={({ target }) => onChange({ phone: target.value })}
      />
      <TextField
        label={t('联系地址（可以不填）')}
        name="address"
        autoComplete="street-address"
        maxLength={200}
        value={given.address}
        onChange={({ target }) => onChange({ address: target.value })}
      />
    </div>
  )
}

type FormScreen = Extract<Question, { ask: 'form' }>

function ItemForm({
  question: { fields, part, parts },
  given,
  answerFaults,
  onChange,
}: QuestionFieldsProps & { readonly question: FormScreen }) {
  const t = useText()
  return (
    <div className="stack form">
      <h2>{parts > 1 ? t('填写申请表（{{part}}/{{parts}}）', { part, parts }) : t('填写申请表')}</h2>
      <ItemFormFields
        fields={fields}
        answers={given.form}
        faults={answerFaults}
        onChange={(form) => onChange({ form })}
      />
    </div>
  )
}

type Asked = Extract<Question, { ask: 'material' }>['material']

function MaterialFiles({
  item,
  given,
  material,
  onChange,
}: QuestionFieldsProps & { readonly material: Asked }) {
  const t = useText()
  const said = useSaid()
  const { code, name, guidance, necessity, requiredWhen } = material
  return (
    <div className="stack">
      <h2>{t('上传：{{material}}', { material: said(name) })}</h2>
      {guidance.zh && <p className="prose">{said(guidance)}</p>}
      <p className="soft prose">
        {necessity === 'conditional' && requiredWhen
          ? t('下列情形才要：{{when}}。没有这种情形，直接下一步。', { when: said(requiredWhen) })
          : necessity === 'deferrable'
            ? t('可以后补，没有就直接下一步。')
            : t('没有电子件也可以先交申请，材料随后送到窗口；窗口收到前不算齐全。')}
      </p>
      <FilePicker
        key={code}
        name={said(name)}
        files={given.files[code] ?? []}
        to={{ endpoint: uploadOwn, query: { item } }}
        remove={(file) => call(removeOwnUpload, { params: { file }, query: { item } })}
        onChange={(kept) => onChange({ files: { ...given.files, [code]: kept } }, { keep: true })}
      />
    </div>
  )
}
