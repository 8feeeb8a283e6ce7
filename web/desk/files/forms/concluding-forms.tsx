import { useState } from 'react'
import * as contract from '#modules/cases/contract.ts'
import { SelectField, TextAreaField, TextField, TickField } from '#ui/index.ts'
import { useText } from '../action-messages.ts'
import { type ActionForm, type FieldsProps, ReasonFields, text } from './form.tsx'
import { GradeField, gradeIn, groundsIn, UnmetFields } from './GroundFields.tsx'

export const CONCLUDING_FORMS = {
  decide: {
    endpoint: contract.decideFile,
    look: 'main',
    Fields: DecideFields,
    body: (given) => ({
      outcome: text(given, 'outcome'),
      reasons: text(given, 'reasons'),
      basis: text(given, 'basis'),
      result: text(given, 'result') || null,
      licenceNumber: text(given, 'licenceNumber') || null,
      falseMaterial: text(given, 'falseMaterial') || null,
      ...groundsIn(given),
      ...gradeIn(given),
      ...(text(given, 'heard') ? { heard: text(given, 'heard') } : {}),
    }),
  },
  deliver: {
    endpoint: contract.deliverFile,
    look: 'main',
    Fields: DeliverFields,
    body: (given) => {
      const way = text(given, 'way')
      const postedOn = way === 'post' ? text(given, 'postedOn') || null : null
      return { way, proof: text(given, 'proof'), postedOn }
    },
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
} satisfies Record<string, ActionForm>

function DecideFields({ file }: FieldsProps) {
  const t = useText()
  const minutes = file.hearing?.minutes
  return (
    <>
      <fieldset className="row">
        <legend className="visually-hidden">{t('决定')}</legend>
        <TickField type="radio" name="outcome" value="granted" label={t('准予')} defaultChecked />
        <TickField type="radio" name="outcome" value="denied" label={t('不予许可')} />
      </fieldset>
      <GradeField file={file} />
      <UnmetFields file={file} />
      <TextAreaField label={t('理由（不予许可必填）')} name="reasons" rows={3} maxLength={4000} />
      <TextField label={t('法律依据（不予许可必填）')} name="basis" maxLength={1000} />
      <TextField label={t('结果名称或证照编号')} name="result" maxLength={200} />
      {file.licensing.yields && (
        <TextField label={t('证照编号（证上印的；不填则自动编号）')} name="licenceNumber" maxLength={60} />
      )}
      <details>
        <summary>{t('认定隐瞒情况或者提供虚假材料（仅用于不予许可）')}</summary>
        <TextAreaField
          label={
            file.licensing.safety
              ? t('认定的事实（申请人一年内不得再次申请，行政许可法第七十八条）')
              : t('认定的事实')
          }
          name="falseMaterial"
          rows={2}
          maxLength={1000}
        />
      </details>
      {minutes && (
        <TextAreaField
          label={t('听证意见采纳情况（根据听证笔录 {{minutes}}）', { minutes })}
          name="heard"
          rows={3}
          maxLength={4000}
          required
        />
      )}
    </>
  )
}

function DeliverFields({ file }: FieldsProps) {
  const t = useText()
  const [way, setWay] = useState('inPerson')
  return (
    <>
      <SelectField
        label={t('方式')}
        name="way"
        value={way}
        onChange={({ target }) => setWay(target.value)}
        options={[
          { value: 'inPerson', text: t('当面') },
          { value: 'post', text: t('邮寄') },
          { value: 'electronic', text: t('电子') },
        ]}
      />
      {way === 'post' && (
        <TextField
          label={t('交邮日（以此日为送达日；不填为今日）')}
          name="postedOn"
          type="date"
          min={file.decision?.at.slice(0, 10)}
        />
      )}
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
