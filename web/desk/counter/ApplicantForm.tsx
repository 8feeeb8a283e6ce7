import type { KeyboardEvent, RefObject } from 'react'
import { SelectField, TextField, useSaid } from '#ui/index.ts'
import { documentKindOf, type Faults, isLegal, type TypedApplicant } from './filled.ts'
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

interface ApplicantFormProps {
  readonly frame: RefObject<HTMLFieldSetElement | null>
  readonly typed: TypedApplicant
  readonly faults: Faults
  readonly onChange: (typed: TypedApplicant) => void
  /** Enter in the last field. */
  readonly onDone: () => void
}

/** Enter moves on from field to field, and from the last one to the materials. */
export function ApplicantForm({ frame, typed, faults, onChange, onDone }: ApplicantFormProps) {
  const t = useText()
  const said = useSaid()
  const error = (name: keyof Faults) => (faults[name] ? said(faults[name]) : undefined)
  const field = (name: 'documentNumber' | 'name' | 'phone' | 'contactName') => ({
    name,
    value: typed[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: HTMLInputElement }) => onChange({ ...typed, [name]: target.value }),
  })

  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const inputs = Array.from(event.currentTarget.querySelectorAll('input'))
    const next = inputs[inputs.indexOf(event.target) + 1]
    if (next) next.focus()
    else onDone()
  }

  return (
    <fieldset className="applicant" ref={frame} onKeyDown={onKeyDown}>
      <legend>{t('申请人')}</legend>
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
      {isLegal(typed) && <TextField label={t('联系人')} {...field('contactName')} maxLength={100} />}
      <TextField label={t('手机')} type="tel" error={error('phone')} {...field('phone')} maxLength={30} />
    </fieldset>
  )
}
