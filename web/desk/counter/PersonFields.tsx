import { SelectField, TextField, useSaid } from '#ui/index.ts'
import { documentKindOf, type Faults, type TypedApplicant } from './filled.ts'
import { useText } from './messages.ts'

const KINDS = {
  residentId: '居民身份证',
  creditCode: '统一社会信用代码（法人）',
  passport: '护照',
  hongKongMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  permanentResidence: '外国人永久居留身份证',
  other: '其他证件',
} as const

interface PersonFieldsProps<Typed extends TypedApplicant> {
  readonly typed: Typed
  readonly faults: Faults
  readonly withContact?: boolean
  /** Set before the fields' names where two people are asked for on one page. */
  readonly prefix?: string
  readonly onChange: (typed: Typed) => void
}

/** Document, name and phone of one person at the counter; the number itself tells which document it is of. */
export function PersonFields<Typed extends TypedApplicant>({
  typed,
  faults,
  withContact = false,
  prefix = '',
  onChange,
}: PersonFieldsProps<Typed>) {
  const t = useText()
  const said = useSaid()
  const error = (name: keyof Faults) => (faults[name] ? said(faults[name]) : undefined)
  const field = (name: 'documentNumber' | 'name' | 'phone' | 'contactName') => ({
    name: `${prefix}${name}`,
    value: typed[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: HTMLInputElement }) => onChange({ ...typed, [name]: target.value }),
  })
  return (
    <>
      <SelectField
        label={t('证件类型')}
        value={documentKindOf(typed)}
        onChange={({ target }) =>
          onChange({ ...typed, documentKind: target.value as TypedApplicant['documentKind'] })
        }
        options={Object.entries(KINDS).map(([value, text]) => ({ value, text: t(text) }))}
      />
      <TextField
        label={t('证件号码')}
        error={error('documentNumber')}
        {...field('documentNumber')}
        maxLength={40}
      />
      <TextField label={t('姓名（名称）')} error={error('name')} {...field('name')} maxLength={100} />
      {withContact && <TextField label={t('联系人')} {...field('contactName')} maxLength={100} />}
      <TextField label={t('手机')} type="tel" error={error('phone')} {...field('phone')} maxLength={30} />
    </>
  )
}
