import { listInspectionNumbers, type NumberRow, setInspectionNumber } from '#modules/inspections/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  type Column,
  FormButton,
  Loaded,
  Table,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** The numbers that inspections go by; another holds from today or later, with its reason. */
export function Numbers() {
  const t = useText()
  const said = useSaid()
  const may = usePermits()
  const list = useAnswer(listInspectionNumbers, {})
  const set = useCommand(setInspectionNumber, { refreshes: [listInspectionNumbers] })
  const send = (name: NumberRow['name']) => (form: FormData, done: () => void) =>
    set.mutate(
      {
        params: { name },
        body: {
          from: String(form.get('from')),
          value: Number(form.get('value')),
          reason: String(form.get('reason') ?? ''),
        },
      },
      { onSuccess: done },
    )
  const columns: Array<Column<NumberRow>> = [
    { key: 'title', title: t('名称'), cell: ({ title }) => said(title), text: ({ title }) => said(title) },
    { key: 'value', title: t('现行'), numeric: true, cell: ({ value }) => value, text: ({ value }) => value },
    ...(may('inspections.arrange')
      ? [
          {
            key: 'set',
            title: t('设定'),
            cell: ({ name, value }: NumberRow) => (
              <FormButton
                title={t('设定')}
                action={t('设定')}
                problem={set.error}
                busy={set.isPending}
                onSubmit={send(name)}
              >
                <TextField
                  label={t('现行')}
                  name="value"
                  type="number"
                  min={0}
                  defaultValue={value}
                  required
                />
                <DateField label={t('起算日')} name="from" required />
                <TextField label={t('理由')} name="reason" minLength={5} maxLength={500} required />
              </FormButton>
            ),
          },
        ]
      : []),
  ]
  return (
    <Loaded of={list}>
      {({ rows }) => (
        <Table caption={t('数值设定')} rows={rows} columns={columns} rowKey={({ name }) => name} />
      )}
    </Loaded>
  )
}
