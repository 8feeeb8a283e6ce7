import { useState } from 'react'
import { listStandings, setStanding } from '#modules/accountability/contract.ts'
import {
  RANK_WORDS,
  RANKS,
  STATUS_WORDS,
  STATUSES,
  type PersonStatus,
  type Rank,
} from '#modules/accountability/terms.ts'
import {
  Button,
  FormDialog,
  Loaded,
  SelectField,
  Table,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { PersonField, usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 身份和职务层次, as the personnel body has them. */
export function People() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [open, setOpen] = useState(false)
  const found = useAnswer(listStandings, {})
  return (
    <div className="stack">
      <p className="soft prose">{t('身份和职务层次由组织人事部门登记，提出处理的人不能改。')}</p>
      {permits('accountability.personnel') && (
        <div className="row">
          <Button onClick={() => setOpen(true)}>{t('登记')}</Button>
        </div>
      )}
      <Loaded of={found} empty={t('还没有登记')}>
        {({ rows }) => (
          <Table
            caption={t('人员')}
            rows={rows}
            rowKey={({ account }) => account}
            columns={[
              { key: 'name', title: t('人员'), cell: ({ name }) => name, text: ({ name }) => name },
              { key: 'unit', title: t('单位'), cell: ({ unit }) => unit ?? '–', text: ({ unit }) => unit },
              {
                key: 'status',
                title: t('身份'),
                cell: ({ status }) => said(STATUS_WORDS[status]),
                text: ({ status }) => said(STATUS_WORDS[status]),
              },
              {
                key: 'rank',
                title: t('职务层次'),
                cell: ({ rank }) => said(RANK_WORDS[rank]),
                text: ({ rank }) => said(RANK_WORDS[rank]),
              },
            ]}
          />
        )}
      </Loaded>
      {open && <StandingForm onClose={() => setOpen(false)} />}
    </div>
  )
}

function StandingForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const set = useCommand(setStanding, { refreshes: [listStandings] })
  const submit = (form: FormData) =>
    set.mutate(
      {
        params: { account: textOf(form, 'account') },
        body: { status: textOf(form, 'status') as PersonStatus, rank: textOf(form, 'rank') as Rank },
      },
      { onSuccess: () => (say(t('已保存')), onClose()) },
    )
  return (
    <FormDialog
      title={t('登记')}
      busy={set.isPending}
      problem={set.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonField label={t('人员')} name="account" required />
      <SelectField
        label={t('身份')}
        name="status"
        options={STATUSES.map((value) => ({ value, text: said(STATUS_WORDS[value]) }))}
      />
      <SelectField
        label={t('职务层次')}
        name="rank"
        options={RANKS.map((value) => ({ value, text: said(RANK_WORDS[value]) }))}
      />
    </FormDialog>
  )
}
