import { listSettings, makeSetting } from '#modules/rectification/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import { Loaded, Table, TextField, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { Act, textOf } from '#ui/rectification/index.ts'
import { useText } from './messages.ts'

/** 数值: what judges problems, each from its day on. */
export function Numbers() {
  const t = useText()
  const said = useSaid()
  const settings = useAnswer(listSettings, {})
  return (
    <Loaded of={settings}>
      {({ rows }) => (
        <>
          <p className="soft small">{t('数值只能从今天或以后起算。')}</p>
          <Table
            caption={t('数值')}
            rows={rows}
            rowKey={({ name }) => name}
            columns={[
              { key: 'title', title: t('名称'), cell: (row) => said(row.title) },
              { key: 'value', title: t('现值'), cell: (row) => row.value },
              {
                key: 'set',
                title: t('设定'),
                cell: (row) => <SetNumber name={row.name} value={row.value} />,
              },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}

function SetNumber({ name, value }: { readonly name: string; readonly value: number | string }) {
  const t = useText()
  const doing = useCommand(makeSetting, { refreshes: [listSettings] })
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const typed = textOf(given, 'value')
    const body = {
      ...{ name: name as 'moves', from: textOf(given, 'from'), reason: textOf(given, 'reason') },
      value: typeof value === 'number' ? Number(typed) : typed,
    }
    doing.mutate({ body }, done)
  }
  return (
    <Act title={t('设定')} doing={doing} onSubmit={submit}>
      <TextField label={t('新值')} name="value" defaultValue={value} required />
      <DateField label={t('从哪天起')} name="from" required />
      <TextField label={t('理由')} name="reason" required minLength={2} maxLength={300} />
    </Act>
  )
}
