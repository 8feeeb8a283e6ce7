import { useState } from 'react'
import { listRounds, openRound } from '#modules/catalogue/contract.ts'
import {
  Button,
  DayText,
  FormDialog,
  Loaded,
  Table,
  TextAreaField,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

export function RoundsTab() {
  const t = useText()
  const permits = usePermits()
  const [opening, setOpening] = useState(false)
  const rounds = useAnswer(listRounds, {})
  return (
    <>
      {permits('catalogue.publish') && (
        <div className="row">
          <Button look="main" onClick={() => setOpening(true)}>
            {t('开始一轮清理')}
          </Button>
        </div>
      )}
      {opening && <OpenRound onClose={() => setOpening(false)} />}
      <Loaded of={rounds} empty={t('还没有清理过。')}>
        {({ rows }) => (
          <Table
            caption={t('事项清理')}
            rows={rows}
            rowKey={({ round }) => round}
            columns={[
              {
                key: 'name',
                title: t('清理'),
                cell: ({ round, name }) => (
                  <Go at={`/reform/${round}`} data-row-link>
                    {name}
                  </Go>
                ),
              },
              { key: 'document', title: t('文号'), cell: ({ document }) => document },
              { key: 'opened', title: t('开始于'), cell: ({ openedOn }) => <DayText day={openedOn} /> },
              {
                key: 'balance',
                title: t('平衡'),
                cell: ({ balance: { reviewed, missing } }) =>
                  t('清理 {{reviewed}} 项，{{done}} 项有结论，{{missing}} 项没有结论。', {
                    ...{ reviewed, missing, done: reviewed - missing },
                  }),
              },
              {
                key: 'state',
                title: t('状态'),
                cell: ({ closedOn }) => (closedOn ? t('已结束') : t('进行中')),
              },
            ]}
          />
        )}
      </Loaded>
    </>
  )
}

function OpenRound({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const open = useCommand(openRound, { refreshes: [listRounds] })
  const onSubmit = (form: FormData) =>
    open.mutate(
      {
        params: { round: textOf(form, 'round') },
        body: {
          name: textOf(form, 'name'),
          document: textOf(form, 'document'),
          dueOn: textOf(form, 'dueOn'),
          catalogue: form.has('catalogue'),
          items: readItems(textOf(form, 'items')),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t('开始一轮清理')}
      action={t('开始')}
      busy={open.isPending}
      problem={open.error}
      {...{ onSubmit, onClose }}
    >
      <TextField label={t('编号')} name="round" required pattern="[A-Za-z0-9][A-Za-z0-9\-]*" maxLength={40} />
      <TextField label={t('名称')} name="name" required maxLength={200} />
      <TextField label={t('文号')} name="document" required maxLength={200} />
      <TextField label={t('完成期限')} name="dueOn" type="date" required />
      <TickField label={t('清理整个事项清单')} name="catalogue" defaultChecked />
      <TextAreaField label={t('另有在办而不在清单的事项（每行：编码 名称 单位）')} name="items" rows={3} />
    </FormDialog>
  )
}

/** One item a line; the name may hold spaces, the code first and the unit last do not. */
const readItems = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words.length >= 3)
    .map((words) => ({ item: words[0] ?? '', name: words.slice(1, -1).join(' '), unit: words.at(-1) ?? '' }))
