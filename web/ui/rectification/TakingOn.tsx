import { reportProblem, takeOnProblem } from '#modules/rectification/contract.ts'
import { SelectField, TextAreaField, useCommand } from '#ui/index.ts'
import { PersonField } from '#ui/staff/index.ts'
import { Act } from './Act.tsx'
import { useText } from './messages.ts'
import { type Of, refreshes } from './problem-act.ts'
import { textOf } from './words.ts'

/** `2026-07-10 完成权属核查`, one a line. */
const milestonesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => /^\s*(\d{4}-\d{2}-\d{2})\s+(.+?)\s*$/.exec(line))
    .flatMap((found) => (found ? [{ dueOn: found[1] ?? '', text: found[2] ?? '' }] : []))

export function TakeOn({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(takeOnProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { leader: textOf(given, 'leader'), milestones: milestonesOf(textOf(given, 'milestones')) }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('包案和节点')} doing={doing} onSubmit={submit}>
      <PersonField label={t('负责领导')} name="leader" required />
      <TextAreaField
        label={t('节点，每行一个：日期 内容')}
        name="milestones"
        required
        placeholder="2026-12-31 …"
      />
    </Act>
  )
}

export function Report({ of: { problem, contract } }: Of) {
  const t = useText()
  const doing = useCommand(reportProblem, refreshes)
  const options = [
    { value: '', text: t('无') },
    ...(contract?.milestones ?? []).map(({ text }, at) => ({ value: String(at), text })),
  ]
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const milestone = textOf(given, 'milestone')
    const body = { text: textOf(given, 'text'), milestone: milestone === '' ? null : Number(milestone) }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('包案报告')} look="main" doing={doing} onSubmit={submit}>
      <TextAreaField label={t('说明')} name="text" required minLength={6} maxLength={1000} />
      <SelectField label={t('完成的节点（没有则不选）')} name="milestone" options={options} />
    </Act>
  )
}
