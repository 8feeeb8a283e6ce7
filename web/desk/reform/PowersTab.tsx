import { useState } from 'react'
import { getPower, listPowers, movePower, type PowerRow } from '#modules/catalogue/contract.ts'
import { levels } from '#modules/catalogue/terms.ts'
import {
  Button,
  DayText,
  FormDialog,
  Loaded,
  Table,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { usePermits, useSession, useUnitName } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { HandoverFields, readHandover } from './HandoverFields.tsx'
import { useText } from './messages.ts'
import { PowerDetails } from './PowerDetails.tsx'

/** 事权划分表: which level acts since when; each row opens to both sides of the transfer. */
export function PowersTab() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const unitName = useUnitName()
  const { jurisdiction } = useSession()
  const [{ item }, change] = useAddress()
  const [moving, setMoving] = useState(false)
  const powers = useAnswer(listPowers, { query: { jurisdiction } })
  const who = ({ level, unit }: Pick<PowerRow, 'level' | 'unit'>) =>
    `${unitName(unit)}（${said(levels[level])}）`
  return (
    <>
      {permits('catalogue.publish') && (
        <div className="row">
          <Button look="main" onClick={() => setMoving(true)}>
            {t('下放或上收')}
          </Button>
        </div>
      )}
      {moving && <MoveForm onClose={() => setMoving(false)} />}
      <Loaded of={powers} empty={t('没有调整过事权。')}>
        {({ rows }) => (
          <Table
            caption={t('事权划分')}
            rows={rows}
            rowKey={(row) => row.item}
            exportAs="xiaoneng-powers"
            columns={[
              {
                key: 'item',
                title: t('事项'),
                cell: (row) => (
                  <Button
                    look="quiet"
                    onClick={() => change({ item: row.item })}
                    aria-pressed={item === row.item}
                  >
                    {said(row.name)}
                  </Button>
                ),
                text: ({ name }) => said(name),
              },
              { key: 'now', title: t('现由'), cell: who, text: who },
              {
                key: 'before',
                title: t('以前'),
                cell: ({ before }) => (before ? who(before) : ''),
                text: ({ before }) => (before ? who(before) : ''),
              },
              {
                key: 'since',
                title: t('自'),
                cell: ({ since }) => <DayText day={since} />,
                text: ({ since }) => since,
              },
              {
                key: 'document',
                title: t('文号'),
                cell: ({ document }) => document,
                text: ({ document }) => document,
              },
            ]}
          />
        )}
      </Loaded>
      {item && <PowerDetails item={item} />}
    </>
  )
}

function MoveForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const move = useCommand(movePower, { refreshes: [listPowers, getPower] })
  const onSubmit = (form: FormData) =>
    move.mutate(
      {
        params: { item: textOf(form, 'item') },
        body: { ...readHandover(form), on: textOf(form, 'on'), document: textOf(form, 'document') },
      },
      {
        onSuccess: () => {
          say(t('事权已调整。'))
          onClose()
        },
      },
    )
  return (
    <FormDialog
      title={t('下放或上收')}
      action={t('记录')}
      busy={move.isPending}
      problem={move.error}
      {...{ onSubmit, onClose }}
    >
      <TextField label={t('事项编码')} name="item" required maxLength={80} />
      <HandoverFields />
      <TextField label={t('自哪一天起')} name="on" type="date" required />
      <TextField label={t('文号')} name="document" required maxLength={200} />
    </FormDialog>
  )
}
