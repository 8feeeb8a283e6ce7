import { useState } from 'react'
import { type FeeSurvey, fileSheet, listSurveys, openSurvey, reportSurvey } from '#modules/cases/contract.ts'
import {
  Button,
  FormDialog,
  listOf,
  Loaded,
  Notice,
  sayDay,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
  useLanguage,
} from '#ui/index.ts'
import { usePermits, useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 收费调研: who was asked, who answered, what is forced, and the report with its day. */
export function Surveys() {
  const t = useText()
  const permits = usePermits()
  const [opening, setOpening] = useState(false)
  const surveys = useAnswer(listSurveys, {})
  return (
    <div className="stack">
      {permits('fees.publish') && (
        <div>
          <Button look="main" onClick={() => setOpening(true)}>
            {t('布置调研')}
          </Button>
        </div>
      )}
      <Loaded of={surveys} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有调研')}>
        {({ rows }) => rows.map((one) => <Survey key={one.survey} of={one} />)}
      </Loaded>
      {opening && <Open onClose={() => setOpening(false)} />}
    </div>
  )
}

function Survey({ of: survey }: { readonly of: FeeSurvey }) {
  const t = useText()
  const language = useLanguage()
  const permits = usePermits()
  const [doing, setDoing] = useState<'sheet' | 'report' | null>(null)
  const { title, due, overdue, missing, respondents, forced, report } = survey
  return (
    <section className="sheet stack">
      <h3>{title}</h3>
      <p>
        {t('报告期限 {{day}}', { day: sayDay(due, language) })}
        {overdue && <strong> ▲ {t('已过期限')}</strong>} ·{' '}
        {t('已交 {{done}}/{{all}} 份，强制服务 {{forced}} 项', {
          done: respondents.length - missing.length,
          all: respondents.length,
          forced,
        })}
      </p>
      {missing.length > 0 && <p className="small">{t('未交：{{names}}', { names: missing.join('、') })}</p>}
      <Sheets of={survey} />
      {report ? (
        <Notice>
          {t('{{by}} 提交报告', { by: report.by })}
          {report.late && <strong> ▲ {t('已过期限')}</strong>}：{report.text}
        </Notice>
      ) : (
        <div className="row">
          {permits('fees.tell') && <Button onClick={() => setDoing('sheet')}>{t('填报')}</Button>}
          {permits('fees.publish') && <Button onClick={() => setDoing('report')}>{t('提交报告')}</Button>}
        </div>
      )}
      {doing === 'sheet' && <Fill of={survey} onClose={() => setDoing(null)} />}
      {doing === 'report' && <Report of={survey} onClose={() => setDoing(null)} />}
    </section>
  )
}

function Sheets({ of: { sheets } }: { readonly of: FeeSurvey }) {
  const t = useText()
  const unitName = useUnitName()
  return (
    <ul className="bill-because small">
      {sheets.map(({ respondent, rows }) => (
        <li key={respondent}>
          {respondent}：
          {rows
            .map(
              ({ service, rate, forced, demandedBy }) =>
                `${service} ${rate}${demandedBy ? `（${unitName(demandedBy) ?? demandedBy}）` : ''}${forced ? ` ${t('▲ 强制')}` : ''}`,
            )
            .join('；')}
        </li>
      ))}
    </ul>
  )
}

interface OneProps {
  readonly of: FeeSurvey
  readonly onClose: () => void
}

function Fill({ of: { survey, respondents }, onClose }: OneProps) {
  const t = useText()
  const file = useCommand(fileSheet, { refreshes: [listSurveys] })
  const submit = (given: FormData) => {
    const row = {
      service: textOf(given, 'service'),
      rate: textOf(given, 'rate'),
      compulsory: given.get('compulsory') !== null,
      demandedBy: textOf(given, 'demandedBy') || null,
      item: null,
      basis: textOf(given, 'basis'),
    }
    const body = { respondent: textOf(given, 'respondent'), rows: [row] }
    file.mutate({ params: { survey }, body }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('填报')}
      action={t('填报')}
      busy={file.isPending}
      problem={file.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t('填报对象')}
        name="respondent"
        options={respondents.map((value) => ({ value, text: value }))}
      />
      <TextField label={t('服务名称')} name="service" maxLength={120} required />
      <TextField label={t('收费标准')} name="rate" maxLength={200} required />
      <TickField label={t('必须购买')} name="compulsory" />
      <TextField label={t('谁要求的（单位编码，没有的不填）')} name="demandedBy" maxLength={80} />
      <TextField label={t('作为前置的法定依据（没有的不填）')} name="basis" maxLength={300} />
    </FormDialog>
  )
}

function Report({ of: { survey }, onClose }: OneProps) {
  const t = useText()
  const report = useCommand(reportSurvey, { refreshes: [listSurveys] })
  return (
    <FormDialog
      title={t('提交报告')}
      action={t('提交报告')}
      busy={report.isPending}
      problem={report.error}
      onClose={onClose}
      onSubmit={(given) =>
        report.mutate({ params: { survey }, body: { text: textOf(given, 'text') } }, { onSuccess: onClose })
      }
    >
      <TextAreaField label={t('报告')} name="text" rows={8} minLength={10} maxLength={10_000} required />
    </FormDialog>
  )
}

function Open({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const open = useCommand(openSurvey, { refreshes: [listSurveys] })
  const submit = (given: FormData) => {
    const body = {
      title: textOf(given, 'title'),
      due: textOf(given, 'due'),
      respondents: listOf(given, 'respondents'),
    }
    open.mutate({ params: { survey: textOf(given, 'survey') }, body }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('布置调研')}
      action={t('布置')}
      busy={open.isPending}
      problem={open.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label={t('调研编码')} name="survey" pattern="[a-z0-9][a-z0-9\-]{1,59}" required />
      <TextField label={t('题目')} name="title" maxLength={120} required />
      <TextField label={t('报告期限')} name="due" type="date" required />
      <TextAreaField label={t('调研对象（逗号分开）')} name="respondents" rows={3} required />
    </FormDialog>
  )
}
