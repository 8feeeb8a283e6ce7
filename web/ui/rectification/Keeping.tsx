import {
  nameRaiser,
  reclassifyProblem,
  rewordProblem,
  triageProblem,
} from '#modules/rectification/contract.ts'
import { STYLE_WORDS, TRIAGE_WORDS } from '#modules/rectification/terms.ts'
import { SelectField, TextAreaField, TextField, useCommand, useSaid } from '#ui/index.ts'
import { Act } from './Act.tsx'
import { useText } from './messages.ts'
import { type Of, refreshes } from './problem-act.ts'
import { choicesOf, textOf } from './words.ts'

export function TriageAct({ of: { problem, triage } }: Of) {
  const t = useText()
  const said = useSaid()
  const doing = useCommand(triageProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { triage: textOf(given, 'triage') as 'acute', reason: textOf(given, 'reason') }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('诊断')} doing={doing} onSubmit={submit}>
      <SelectField
        label={t('诊断')}
        name="triage"
        options={choicesOf(TRIAGE_WORDS, said)}
        defaultValue={triage ?? 'ordinary'}
      />
      <TextField label={t('理由')} name="reason" maxLength={1000} required={triage !== null} />
    </Act>
  )
}

export function Raiser({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(nameRaiser, refreshes)
  return (
    <Act
      title={t('登记反映人')}
      doing={doing}
      onSubmit={(given, done) =>
        doing.mutate({ params: { problem }, body: { phone: textOf(given, 'phone') } }, done)
      }
    >
      <TextField
        label={t('反映人手机')}
        hint={t('号码存入个人信息库，编号和查询码用短信告知。')}
        name="phone"
        inputMode="tel"
        required
        maxLength={20}
      />
    </Act>
  )
}

export function Reword({ of: { problem, fact } }: Of) {
  const t = useText()
  const doing = useCommand(rewordProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) =>
    doing.mutate(
      { params: { problem }, body: { fact: textOf(given, 'fact'), reason: textOf(given, 'reason') } },
      done,
    )
  return (
    <Act title={t('改表述')} doing={doing} onSubmit={submit}>
      <TextAreaField label={t('写明事实')} name="fact" defaultValue={fact} required maxLength={1000} />
      <TextField label={t('理由')} name="reason" required minLength={6} maxLength={1000} />
    </Act>
  )
}

export function Reclassify({ of: { problem, category } }: Of) {
  const t = useText()
  const said = useSaid()
  const doing = useCommand(reclassifyProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { category: textOf(given, 'category') as 'service', reason: textOf(given, 'reason') }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('改分类')} doing={doing} onSubmit={submit}>
      <SelectField
        label={t('分类')}
        name="category"
        options={choicesOf(STYLE_WORDS, said)}
        defaultValue={category}
      />
      <TextField label={t('理由')} name="reason" required minLength={6} maxLength={1000} />
    </Act>
  )
}
