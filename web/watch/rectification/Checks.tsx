import { checkMeasure, drawRound, listRounds, type RoundView } from '#modules/rectification/contract.ts'
import {
  InstantText,
  Loaded,
  Section,
  SelectField,
  TextAreaField,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { Act, textOf } from '#ui/rectification/index.ts'
import { useText } from './messages.ts'

/** 抽查 (RECT-28): measures that passed, drawn by chance and looked at again on the spot. */
export function Checks() {
  const t = useText()
  const rounds = useAnswer(listRounds, {})
  const drawing = useCommand(drawRound, { refreshes: [listRounds] })
  return (
    <>
      <div className="row no-print">
        <Act
          title={t('抽取一轮')}
          look="main"
          doing={drawing}
          onSubmit={(given, done) => drawing.mutate({ body: { title: textOf(given, 'title') } }, done)}
        >
          <TextField label={t('名称')} name="title" required minLength={2} maxLength={80} data-first-focus />
        </Act>
      </div>
      <Loaded of={rounds} empty={t('还没有抽查。抽取后，由验收人以外的人到现场核对。')}>
        {({ rows }) => rows.map((round) => <Round key={round.round} of={round} />)}
      </Loaded>
    </>
  )
}

function Round({ of: { round, title, drawnAt, from, seed, measures } }: { readonly of: RoundView }) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={title}>
      <p className="soft small">
        <InstantText at={drawnAt} /> · {t('从 {{from}} 条已验收措施中抽取，种子 {{seed}}', { from, seed })}
      </p>
      <ul>
        {measures.map(({ measure, unit, action, stands }) => (
          <li key={measure}>
            {said(unit.name)} · {action} ·{' '}
            {stands === null ? (
              <Check round={round} measure={measure} />
            ) : stands ? (
              `✓ ${t('属实')}`
            ) : (
              <strong>■ {t('不属实')}</strong>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Check({ round, measure }: { readonly round: string; readonly measure: string }) {
  const t = useText()
  const doing = useCommand(checkMeasure, { refreshes: [listRounds] })
  const outcomes = [
    { value: 'yes', text: t('属实') },
    { value: 'no', text: t('不属实') },
  ]
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const papersOn = textOf(given, 'papers').match(/\d{4}-\d{2}-\d{2}/g) ?? []
    const body = { round, stands: textOf(given, 'stands') === 'yes', text: textOf(given, 'text'), papersOn }
    doing.mutate({ params: { measure }, body }, done)
  }
  return (
    <Act title={t('登记核对结果')} doing={doing} onSubmit={submit}>
      <SelectField label={t('核对结果')} name="stands" options={outcomes} />
      <TextAreaField label={t('看到的情况')} name="text" required minLength={6} maxLength={1000} />
      <TextField label={t('材料上的日期，用逗号分开')} name="papers" placeholder="2026-06-01" />
    </Act>
  )
}
