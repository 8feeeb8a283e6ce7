import { useState } from 'react'
import {
  type CircularRow,
  draftCircular,
  LEVEL_WORDS,
  listCirculars,
  type SelectiveRow,
} from '#modules/inspections/contract.ts'
import { SEVERITY_WORDS } from '#modules/findings/terms.ts'
import {
  Button,
  type Column,
  DayText,
  FormDialog,
  InstantText,
  Loaded,
  Page,
  Section,
  Table,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { Go, useGo } from '../registers/link.ts'
import { useText } from './messages.ts'

/** 通报: those of the office for whoever drafts and approves, those addressed to it for a unit. */
export function CircularsPage() {
  const t = useText()
  const permits = usePermits()
  const inside = permits('circulars.approve') || permits('circulars.draft')
  const all = useAnswer(listCirculars, {})
  const lead = inside
    ? t('由已处置的问题生成，经领导审批印发，各单位限期签收。删去的每一条都有理由。')
    : t('发给本单位的通报，请在限期内阅读并签收。')
  return (
    <Page title={t('通报')} lead={lead}>
      {all.data?.mayDraft && <Draft />}
      <Loaded of={all} empty={t('还没有通报。')}>
        {({ rows }) => <Rows rows={rows} />}
      </Loaded>
      {all.data && all.data.selective.length > 0 && <SelectiveTable rows={all.data.selective} />}
    </Page>
  )
}

function Rows({ rows }: { readonly rows: readonly CircularRow[] }) {
  const t = useText()
  const said = useSaid()
  const columns: Array<Column<CircularRow>> = [
    {
      key: 'title',
      title: t('标题'),
      cell: ({ circular, title, facts }) => (
        <>
          <Go to={`/circulars/${circular}`} data-row-link>
            {title}
          </Go>
          <div className="small soft">{t('{{count}} 条事实', { count: facts })}</div>
        </>
      ),
      text: ({ title }) => title,
    },
    { key: 'number', title: t('文号'), cell: ({ number }) => number ?? '–' },
    { key: 'status', title: t('状态'), cell: (row) => <State of={row} /> },
    { key: 'level', title: t('公开层级'), cell: ({ level }) => said(LEVEL_WORDS[level]) },
    {
      key: 'issued',
      title: t('印发时间'),
      cell: ({ issuedAt }) => (issuedAt ? <InstantText at={issuedAt} /> : '–'),
    },
    {
      key: 'read',
      title: t('签收'),
      numeric: true,
      cell: ({ read, reach }) => (reach > 0 ? `${read} / ${reach}` : '–'),
    },
  ]
  return (
    <Table
      caption={t('通报')}
      rows={rows}
      columns={columns}
      rowKey={({ circular }) => circular}
      exportAs="xiaoneng-circulars"
    />
  )
}

const STATES = { drafted: '待审批', issued: '已印发', withdrawn: '已撤回' } as const

function State({ of: { status, waitsForMe, late } }: { readonly of: CircularRow }) {
  const t = useText()
  return (
    <>
      {t(STATES[status])}
      {waitsForMe && <strong> · {t('待本单位签收')}</strong>}
      {late && <span> · ▲ {t('逾期未签收')}</span>}
    </>
  )
}

function Draft() {
  const t = useText()
  const go = useGo()
  const [open, setOpen] = useState(false)
  const draft = useCommand(draftCircular, { refreshes: [listCirculars] })
  const send = (form: FormData) =>
    draft.mutate(
      {
        body: {
          title: textOf(form, 'title'),
          from: textOf(form, 'from'),
          until: textOf(form, 'until'),
          sources: [],
        },
      },
      { onSuccess: ({ circular }) => go(`/circulars/${circular}`) },
    )
  return (
    <p>
      <Button look="main" onClick={() => setOpen(true)}>
        {t('起草通报')}
      </Button>
      {open && (
        <FormDialog
          title={t('起草通报')}
          busy={draft.isPending}
          problem={draft.error}
          onSubmit={send}
          onClose={() => setOpen(false)}
        >
          <TextField label={t('标题')} name="title" minLength={4} maxLength={120} required />
          <TextField label={t('问题发生日期起')} name="from" type="date" required />
          <TextField label={t('问题发生日期止')} name="until" type="date" required />
          <p className="small">
            {t('这段时间内已处置、可公开的问题全部列入；不宜列入的，起草后逐条删去并写明理由。')}
          </p>
        </FormDialog>
      )}
    </p>
  )
}

const WHY = { leftOut: '未通报', uneven: '范围不一' } as const

function SelectiveTable({ rows }: { readonly rows: readonly SelectiveRow[] }) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('选择性通报')} id="selective">
      <p className="small">▲ {t('同样的问题，有的通报、有的没有，或者通报范围不同。请核实。')}</p>
      <Table
        caption={t('选择性通报')}
        rows={rows}
        rowKey={({ finding, why }) => `${finding}/${why}`}
        columns={[
          { key: 'finding', title: t('问题'), cell: ({ finding }) => finding },
          { key: 'unit', title: t('单位'), cell: ({ unit }) => said(unit) },
          { key: 'severity', title: t('轻重'), cell: ({ severity }) => said(SEVERITY_WORDS[severity]) },
          { key: 'day', title: t('日期'), cell: ({ happenedOn }) => <DayText day={happenedOn} /> },
          { key: 'why', title: t('原因'), cell: ({ why }) => t(WHY[why]) },
        ]}
      />
    </Section>
  )
}
