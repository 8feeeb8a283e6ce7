import { useState } from 'react'
import { LAW_STATE_NAMES, LAW_STATES, listLaws, setLaw } from '#modules/catalogue/contract.ts'
import {
  Button,
  DayText,
  FormDialog,
  Loaded,
  SelectField,
  Table,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** 法规清理: what became of a law, and the items that rest on it alone and are stopped by its end. */
export function LawsTab() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [adding, setAdding] = useState(false)
  const laws = useAnswer(listLaws, {})
  return (
    <>
      {permits('catalogue.publish') && (
        <div className="row">
          <Button look="main" onClick={() => setAdding(true)}>
            {t('登记法规清理结果')}
          </Button>
        </div>
      )}
      {adding && <LawForm onClose={() => setAdding(false)} />}
      <Loaded of={laws} empty={t('还没有登记法规清理结果。')}>
        {({ rows }) => (
          <Table
            caption={t('法规清理')}
            rows={rows}
            rowKey={({ law }) => law}
            columns={[
              { key: 'law', title: t('法规'), cell: ({ law }) => `《${law}》` },
              {
                key: 'state',
                title: t('状态'),
                cell: ({ state, from }) => (
                  <>
                    {said(LAW_STATE_NAMES[state])} <DayText day={from} />
                  </>
                ),
              },
              { key: 'document', title: t('文号'), cell: ({ document }) => document },
              {
                key: 'items',
                title: t('依据它的事项'),
                cell: ({ items }) =>
                  items.map(({ item, name, stopped }) => (
                    <div key={item}>
                      <Go at={`/catalogue/${item}`}>{said(name)}</Go>{' '}
                      {stopped && <span className="small gap">■ {t('停办待审')}</span>}
                    </div>
                  )),
              },
            ]}
          />
        )}
      </Loaded>
    </>
  )
}

function LawForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const put = useCommand(setLaw, { refreshes: [listLaws] })
  const onSubmit = (form: FormData) =>
    put.mutate(
      {
        body: {
          law: textOf(form, 'law'),
          state: textOf(form, 'state') as (typeof LAW_STATES)[number],
          from: textOf(form, 'from'),
          document: textOf(form, 'document'),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t('登记法规清理结果')}
      action={t('登记')}
      busy={put.isPending}
      problem={put.error}
      {...{ onSubmit, onClose }}
    >
      <TextField label={t('法规名称')} name="law" required maxLength={200} />
      <SelectField
        label={t('状态')}
        name="state"
        required
        defaultValue="repealed"
        options={LAW_STATES.map((value) => ({ value, text: said(LAW_STATE_NAMES[value]) }))}
      />
      <TextField label={t('自哪天起')} name="from" type="date" required />
      <TextField label={t('文号')} name="document" required maxLength={200} />
    </FormDialog>
  )
}
