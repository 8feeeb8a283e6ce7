import { planMeasure } from '#modules/rectification/contract.ts'
import { TREATS_WORDS } from '#modules/rectification/terms.ts'
import { DateField } from '#ui/calendar/index.ts'
import { SelectField, TextAreaField, TextField, TickField, useCommand, useSaid } from '#ui/index.ts'
import { PersonField } from '#ui/staff/index.ts'
import { Act } from './Act.tsx'
import { useText } from './messages.ts'
import { type Of, refreshes } from './problem-act.ts'
import { choicesOf, textOf } from './words.ts'

export function Plan({ of: view }: Of) {
  const t = useText()
  const said = useSaid()
  const planning = useCommand(planMeasure, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const document = textOf(given, 'document')
    const body = {
      ...{ unit: view.unit.unit, problems: [view.problem] },
      ...{ action: textOf(given, 'action'), result: textOf(given, 'result'), dueOn: textOf(given, 'dueOn') },
      ...{ leader: textOf(given, 'leader'), officer: textOf(given, 'officer') },
      treats: textOf(given, 'treats') as 'cause',
      changes: document === '' ? null : { kind: 'process' as const, document },
      atOnce: given.get('atOnce') !== null,
    }
    planning.mutate({ body }, done)
  }
  return (
    <Act title={t('制定措施')} look="main" doing={planning} onSubmit={submit}>
      <TextAreaField
        label={t('做什么')}
        name="action"
        rows={3}
        required
        minLength={4}
        maxLength={1000}
        data-first-focus
      />
      <TextAreaField
        label={t('看得见的成效')}
        name="result"
        rows={2}
        required
        minLength={4}
        maxLength={1000}
      />
      <SelectField
        label={t('治标还是治本')}
        name="treats"
        options={choicesOf(TREATS_WORDS, said)}
        defaultValue="cause"
      />
      <Staff unit={view.unit.unit} />
      <DateField label={t('完成日期')} name="dueOn" required />
      <TextField label={t('修改的制度或流程文件')} hint={t('顽症必填')} name="document" maxLength={200} />
      <TickField label={t('立行立改')} name="atOnce" />
    </Act>
  )
}

/** A leader may stand above the unit; the officer is of it. */
export function Staff({ unit }: { readonly unit: string }) {
  const t = useText()
  return (
    <>
      <PersonField label={t('负责领导')} name="leader" required />
      <PersonField label={t('经办人')} name="officer" unit={unit} required />
    </>
  )
}
