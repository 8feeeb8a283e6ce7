import { useState } from 'react'
import {
  type Disposition,
  disposeItems,
  getRound,
  listPending,
  listRounds,
  type Outcome,
  OUTCOME_NAMES,
  OUTCOMES,
} from '#modules/catalogue/contract.ts'
import {
  FormDialog,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { HandoverFields, readHandover } from './HandoverFields.tsx'
import { useText } from './messages.ts'

interface DisposeFormProps {
  readonly round: string
  readonly items: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}

const changesCatalogue = (outcome: Outcome) => outcome !== 'kept' && outcome !== 'pendingSuperior'
const byDraft = (outcome: Outcome) =>
  outcome === 'adjusted' || outcome === 'exempted' || outcome === 'toFiling'

/** 清理结论, for one item or for many alike. What an outcome needs is asked for only with it. */
export function DisposeForm({ round, items, onDone, onClose }: DisposeFormProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [outcome, setOutcome] = useState<Outcome>('kept')
  const dispose = useCommand(disposeItems, { refreshes: [getRound, listRounds, listPending] })
  const onSubmit = (form: FormData) =>
    dispose.mutate(
      { params: { round }, body: { items: [...items], disposition: dispositionOf(form, outcome) } },
      {
        onSuccess: () => {
          say(t('结论已记录。'))
          onDone()
          onClose()
        },
      },
    )
  return (
    <FormDialog
      title={t('对 {{count}} 项作出结论', { count: items.length })}
      action={t('记录')}
      busy={dispose.isPending}
      problem={dispose.error}
      {...{ onSubmit, onClose }}
    >
      <SelectField
        label={t('结论')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
        options={OUTCOMES.map((value) => ({ value, text: said(OUTCOME_NAMES[value]) }))}
      />
      {byDraft(outcome) && (
        <p className="soft prose">{t('调整、减免、改备案按该事项的草稿公布：没有草稿的先由单位起草。')}</p>
      )}
      <TextField label={t('理由')} name="reason" required maxLength={1000} />
      <TextField label={t('批准文号')} name="document" required maxLength={200} />
      <TextField label={t('决定日期')} name="decidedOn" type="date" required />
      {changesCatalogue(outcome) && (
        <>
          <TextField label={t('自哪一天起生效（晚于今天）')} name="effectiveOn" type="date" required />
          <TextField label={t('公告文号')} name="notice" required maxLength={200} />
        </>
      )}
      {outcome === 'pendingSuperior' && <QuestionFields />}
      {outcome === 'merged' && <TextField label={t('并入哪个事项')} name="into" required maxLength={80} />}
      {outcome === 'delegated' && <HandoverFields />}
    </FormDialog>
  )
}

function QuestionFields() {
  const t = useText()
  return (
    <>
      <TextAreaField label={t('请示内容')} name="question" required rows={3} maxLength={1000} />
      <TextField label={t('请示日期')} name="sentOn" type="date" required />
      <TextField label={t('送给谁')} name="to" required maxLength={200} />
      <TextField label={t('联系人')} name="contact" required maxLength={200} />
      <TextField label={t('答复期限')} name="replyBy" type="date" required />
    </>
  )
}

function dispositionOf(form: FormData, outcome: Outcome): Disposition {
  const of = (name: string) => textOf(form, name)
  return {
    ...{ outcome, reason: of('reason'), document: of('document'), decidedOn: of('decidedOn') },
    effectiveOn: of('effectiveOn') || null,
    notice: of('notice') || null,
    question:
      outcome === 'pendingSuperior'
        ? {
            ...{ text: of('question'), sentOn: of('sentOn'), to: of('to') },
            ...{ contact: of('contact'), replyBy: of('replyBy') },
          }
        : null,
    into: of('into') || null,
    handover: outcome === 'delegated' ? readHandover(form) : null,
  }
}
