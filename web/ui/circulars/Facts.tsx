import { useState } from 'react'
import {
  type CircularFactView,
  type CircularView,
  getCircular,
  listCirculars,
  PERSON_TYPE_WORDS,
  removeCircularFact,
} from '#modules/inspections/contract.ts'
import { SEVERITY_WORDS } from '#modules/findings/terms.ts'
import {
  Button,
  type Column,
  DayText,
  FormDialog,
  Table,
  TextAreaField,
  TextField,
  textOf,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'

/** The facts, and beside each that was taken out why and at whose wish. */
export function Facts({ of: view }: { readonly of: CircularView }) {
  const t = useText()
  const said = useSaid()
  const [removing, setRemoving] = useState<CircularFactView>()
  const columns: Array<Column<CircularFactView>> = [
    { key: 'unit', title: t('单位'), cell: ({ unit }) => said(unit) },
    {
      key: 'whom',
      title: t('对象'),
      cell: ({ personType }) => (personType ? said(PERSON_TYPE_WORDS[personType]) : t('单位本身')),
    },
    {
      key: 'fact',
      title: t('事实'),
      cell: ({ fact, removed }) =>
        removed ? (
          <div>
            <s>{fact}</s>
            <div className="small">
              {t('已删去：{{reason}}（{{askedBy}}提出）', {
                reason: removed.reason,
                askedBy: removed.askedBy,
              })}{' '}
              — {said(removed.by)}
            </div>
          </div>
        ) : (
          fact
        ),
      text: ({ fact }) => fact,
    },
    { key: 'severity', title: t('轻重'), cell: ({ severity }) => said(SEVERITY_WORDS[severity]) },
    { key: 'day', title: t('日期'), cell: ({ happenedOn }) => <DayText day={happenedOn} /> },
    { key: 'measure', title: t('处理'), cell: ({ measure }) => measure },
  ]
  const act: Column<CircularFactView> = {
    key: 'act',
    title: t('操作'),
    cell: (fact) =>
      fact.removed === null && (
        <Button look="quiet" onClick={() => setRemoving(fact)}>
          {t('删去')}
        </Button>
      ),
  }
  return (
    <>
      <Table
        caption={t('事实')}
        rows={view.factList}
        rowKey={({ finding }) => finding}
        columns={view.may.includes('remove') ? [...columns, act] : columns}
        exportAs="xiaoneng-circular"
      />
      {removing && (
        <Removal circular={view.circular} fact={removing} onClose={() => setRemoving(undefined)} />
      )}
    </>
  )
}

interface RemovalProps {
  readonly circular: string
  readonly fact: CircularFactView
  readonly onClose: () => void
}

function Removal({ circular, fact: { finding, fact }, onClose }: RemovalProps) {
  const t = useText()
  const remove = useCommand(removeCircularFact, { refreshes: [getCircular, listCirculars] })
  const send = (form: FormData) =>
    remove.mutate(
      {
        params: { circular },
        body: { finding, reason: textOf(form, 'reason'), askedBy: textOf(form, 'askedBy') },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t('删去这一条')}
      busy={remove.isPending}
      problem={remove.error}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{fact}</p>
      <TextAreaField
        label={t('删去理由（不少于 10 个字）')}
        name="reason"
        rows={3}
        maxLength={400}
        required
      />
      <TextField label={t('由谁提出')} name="askedBy" maxLength={100} required />
    </FormDialog>
  )
}
