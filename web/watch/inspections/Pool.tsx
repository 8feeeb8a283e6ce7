import { enrolInspector, type InspectorRow, listInspectors } from '#modules/inspections/contract.ts'
import { type Column, Empty, FormButton, Loaded, Table, TextField, useAnswer, useCommand } from '#ui/index.ts'
import { PersonField, usePermits, useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 检查人员库: one pool for all bodies. */
export function Pool() {
  const t = useText()
  const may = usePermits()
  const unitName = useUnitName()
  const list = useAnswer(listInspectors, {})
  const enrol = useCommand(enrolInspector, { refreshes: [listInspectors] })
  const columns: Array<Column<InspectorRow>> = [
    {
      key: 'name',
      title: t('姓名'),
      cell: ({ name, left }) => (
        <>
          {name} {left && <span className="soft">({t('出库')})</span>}
        </>
      ),
      text: ({ name }) => name,
    },
    { key: 'unit', title: t('单位'), cell: ({ unit }) => unitName(unit) ?? '–', text: ({ unit }) => unit },
    { key: 'skills', title: t('专长'), cell: ({ skills }) => skills, text: ({ skills }) => skills },
    {
      key: 'visits',
      title: t('今年检查'),
      numeric: true,
      cell: ({ visits }) => visits,
      text: ({ visits }) => visits,
    },
  ]
  return (
    <div className="stack">
      {may('inspections.arrange') && (
        <div className="row">
          <FormButton
            title={t('人员入库')}
            action={t('入库')}
            problem={enrol.error}
            busy={enrol.isPending}
            onSubmit={(form, done) =>
              enrol.mutate(
                {
                  params: { account: String(form.get('account')).trim() },
                  body: { skills: String(form.get('skills') ?? '') },
                },
                { onSuccess: done },
              )
            }
          >
            <PersonField label={t('人员')} name="account" required />
            <TextField label={t('专长')} name="skills" maxLength={200} />
          </FormButton>
        </div>
      )}
      <Loaded of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('人员库是空的。')}</Empty>
          ) : (
            <Table
              caption={t('人员库')}
              rows={rows}
              columns={columns}
              rowKey={({ account }) => account}
              exportAs="xiaoneng-inspectors"
            />
          )
        }
      </Loaded>
    </div>
  )
}
