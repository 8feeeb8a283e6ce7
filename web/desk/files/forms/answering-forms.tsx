import { useState } from 'react'
import * as contract from '#modules/cases/contract.ts'
import type { FileView } from '#modules/cases/contract.ts'
import { SelectField, TextAreaField, TextField, TickField } from '#ui/index.ts'
import { useText } from '../action-messages.ts'
import { groundsIn, UnmetFields } from './GroundFields.tsx'
import { SupplementTicks } from './SupplementTicks.tsx'
import { type ActionForm, type FieldsProps, list, text, ticked } from './form.tsx'

export const ANSWERING_FORMS = {
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
      wrong: Object.fromEntries(
        list(given, 'missing').flatMap((code) => {
          const wrong = text(given, `wrong-${code}`)
          return wrong ? [[code, wrong]] : []
        }),
      ),
      understood: ticked(given, 'understood'),
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
      ground: text(given, 'ground') || null,
      ...groundsIn(given),
    }),
  },
} satisfies Record<string, ActionForm>

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
      <SupplementTicks of={file} />
      <TickField name="understood" label={t('申请人在场，已确认看懂要补什么')} />
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

function DeclineFields({ file }: FieldsProps) {
  const t = useText()
  const [ground, setGround] = useState('notOurs')
  return (
    <>
      <SelectField
        label={t('不予受理的情形')}
        name="ground"
        value={ground}
        onChange={({ target }) => setGround(target.value)}
        options={[
          { value: 'notOurs', text: t('不属于本机关职权范围') },
          { value: 'notNeeded', text: t('依法不需要取得许可') },
          { value: 'condition', text: t('公布的条件没有满足') },
        ]}
      />
      {ground === 'condition' && <UnmetFields file={file} />}
      <TextAreaField label={t('不予受理的理由')} name="reason" rows={3} maxLength={2000} required />
      <TextField label={t('依据的条款')} name="basis" maxLength={500} required />
      <TextAreaField label={t('申请人下一步怎么办')} name="nextStep" rows={2} maxLength={1000} required />
    </>
  )
}
