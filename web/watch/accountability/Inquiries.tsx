import { useState } from 'react'
import { answerPrincipalInquiry, type InquiryView, listInquiries } from '#modules/accountability/contract.ts'
import {
  Button,
  FormDialog,
  Loaded,
  Notice,
  orNull,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

const BECAUSE = { grave: '严重问题', overdue: '多次逾期', bottomThree: '两次末三位' } as const

/** 一把手问责: opened by thresholds, answered by people, about the principal himself. */
export function Inquiries() {
  const t = useText()
  const [open, setOpen] = useState<string | null>(null)
  const found = useAnswer(listInquiries, { query: {} })
  return (
    <div className="stack">
      <Loaded of={found} empty={t('没有一把手问责调查。')}>
        {({ rows }) => (
          <ul className="plain stack">
            {rows.map((one) => (
              <li key={one.inquiry} className="sheet stack">
                <Inquiry of={one} onAnswer={() => setOpen(one.inquiry)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {open && <AnswerForm inquiry={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Inquiry({ of, onAnswer }: { readonly of: InquiryView; readonly onAnswer: () => void }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const { unit, because, principal, findings, answerBy, overdue, subordinates, answered } = of
  const why = because.map((one) => t(BECAUSE[one])).join('、')
  return (
    <>
      <strong>{t('{{unit}}：{{because}}', { unit: said(unit.name), because: why })}</strong>
      <div>
        {t('主要负责人')} {principal?.name ?? '–'} · {t('结论期限 {{day}}', { day: answerBy })}
        {overdue && ` ▲ ${t('已逾期')}`}
      </div>
      <div className="small soft">{findings.join('、')}</div>
      {subordinates.length > 0 && (
        <Notice>▲ {t('同一事实已对下属提出：{{files}}', { files: subordinates.join('、') })}</Notice>
      )}
      {answered ? (
        <div>
          {answered.file ? t('有责任，案卷 {{file}}', { file: answered.file }) : t('没有责任')} ·{' '}
          {answered.reason}
        </div>
      ) : (
        permits('accountability.propose') && (
          <div>
            <Button onClick={onAnswer}>{t('作出结论')}</Button>
          </div>
        )
      )}
    </>
  )
}

function AnswerForm({ inquiry, onClose }: { readonly inquiry: string; readonly onClose: () => void }) {
  const t = useText()
  const answer = useCommand(answerPrincipalInquiry, { refreshes: [listInquiries] })
  const submit = (form: FormData) => {
    const outcome = textOf(form, 'outcome') === 'liable' ? ('liable' as const) : ('notLiable' as const)
    const body = { outcome, reason: textOf(form, 'reason'), file: orNull(textOf(form, 'file')) }
    answer.mutate({ params: { inquiry }, body }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('作出结论')}
      busy={answer.isPending}
      problem={answer.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={t('结论')}
        name="outcome"
        options={[
          { value: 'liable', text: t('有责任') },
          { value: 'notLiable', text: t('没有责任') },
        ]}
      />
      <TextField label={t('对本人的案卷')} name="file" maxLength={20} />
      <TextAreaField label={t('理由')} name="reason" rows={3} required maxLength={1000} />
    </FormDialog>
  )
}
