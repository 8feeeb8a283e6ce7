import { enterProblem, listProblems, rectificationBoard } from '#modules/rectification/contract.ts'
import { SEVERITY_WORDS, SOURCE_WORDS, STYLE_WORDS } from '#modules/rectification/terms.ts'
import { SelectField, TextAreaField, TextField, useCommand, useSaid } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { useGo } from '../registers/link.ts'
import { Act } from './Act.tsx'
import { useText } from './messages.ts'
import { choicesOf, problemAt, textOf } from './words.ts'

/** 登记: the office for any unit and from any source, a unit what its own self-check found. */
export function EnterProblem({ ownUnit }: { readonly ownUnit?: string }) {
  const t = useText()
  const said = useSaid()
  const go = useGo()
  const units = useUnits()
  const entering = useCommand(enterProblem, { refreshes: [listProblems, rectificationBoard] })
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const phone = textOf(given, 'phone')
    const body = {
      unit: ownUnit ?? textOf(given, 'unit'),
      source: ownUnit === undefined ? textOf(given, 'source') : 'selfCheck',
      category: textOf(given, 'category'),
      severity: textOf(given, 'severity'),
      fact: textOf(given, 'fact'),
      happenedOn: textOf(given, 'happenedOn'),
      raiser: phone === '' ? null : { phone },
    }
    entering.mutate(
      { body: body as never },
      {
        onSuccess: ({ problem }) => {
          done.onSuccess()
          go(problemAt(problem))
        },
      },
    )
  }
  return (
    <Act title={ownUnit ? t('登记自查问题') : t('登记问题')} look="main" doing={entering} onSubmit={submit}>
      {ownUnit === undefined && (
        <>
          <SelectField label={t('单位')} name="unit" options={units} />
          <SelectField
            label={t('来源')}
            name="source"
            options={choicesOf(SOURCE_WORDS, said)}
            defaultValue="opinion"
          />
        </>
      )}
      <TextAreaField
        label={t('写明事实')}
        hint={t('一事一条')}
        name="fact"
        required
        maxLength={1000}
        data-first-focus
      />
      <TextField label={t('发生日期')} name="happenedOn" type="date" required />
      <SelectField
        label={t('分类')}
        name="category"
        options={choicesOf(STYLE_WORDS, said)}
        defaultValue="service"
      />
      <SelectField
        label={t('程度')}
        name="severity"
        options={choicesOf(SEVERITY_WORDS, said)}
        defaultValue="ordinary"
      />
      {ownUnit === undefined && (
        <TextField label={t('反映人手机（可不填）')} name="phone" inputMode="tel" maxLength={20} />
      )}
    </Act>
  )
}
