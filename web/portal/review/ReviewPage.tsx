import { useState } from 'react'
import {
  listPowers,
  listReview,
  type Outcome,
  OUTCOME_NAMES,
  OUTCOMES,
  type ReviewRow,
} from '#modules/catalogue/contract.ts'
import { levels } from '#modules/catalogue/terms.ts'
import { Choice, DayText, Loaded, Page, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** 清理结果 for everybody: what is kept, cancelled, adjusted or devolved, with decision and notice. */
export function ReviewPage() {
  const t = useText()
  const review = useAnswer(listReview, {})
  return (
    <Page title={t('事项清理结果')} lead={t('哪些事项还要批、哪些取消了、哪些改由别处办。与内部清单一致。')}>
      <Loaded of={review} empty={t('还没有公布清理结果。')}>
        {({ rows }) => <Outcomes rows={rows} />}
      </Loaded>
      <Powers />
    </Page>
  )
}

function Outcomes({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const t = useText()
  const said = useSaid()
  const [outcome, setOutcome] = useState<string | undefined>(undefined)
  const count = (one: Outcome) => rows.filter((row) => row.outcome === one).length
  return (
    <Section title={t('清理结果')} id="outcomes">
      <Choice
        label={t('结论')}
        value={outcome}
        options={OUTCOMES.filter((one) => count(one) > 0).map((one) => ({
          value: one,
          text: `${said(OUTCOME_NAMES[one])} ${count(one)}`,
        }))}
        all={`${t('全部')} ${rows.length}`}
        onChange={setOutcome}
      />
      <Table
        caption={t('清理结果')}
        rows={rows.filter((row) => outcome === undefined || row.outcome === outcome)}
        rowKey={({ round, item }) => `${round}/${item}`}
        exportAs="xiaoneng-review"
        columns={[
          {
            key: 'item',
            title: t('事项'),
            cell: ({ item, name, published }) =>
              published ? <GoTo to={pageAt('guide', item)}>{name}</GoTo> : name,
            text: ({ name }) => name,
          },
          {
            key: 'outcome',
            title: t('结论'),
            cell: (row) => said(OUTCOME_NAMES[row.outcome]),
            text: (row) => said(OUTCOME_NAMES[row.outcome]),
          },
          {
            key: 'document',
            title: t('批准文号'),
            cell: ({ document }) => document,
            text: ({ document }) => document,
          },
          {
            key: 'from',
            title: t('自'),
            cell: ({ effectiveOn, decidedOn }) => <DayText day={effectiveOn ?? decidedOn} />,
            text: ({ effectiveOn, decidedOn }) => effectiveOn ?? decidedOn,
          },
          {
            key: 'notice',
            title: t('公告'),
            cell: ({ notice }) => notice ?? '',
            text: ({ notice }) => notice,
          },
        ]}
      />
    </Section>
  )
}

function Powers() {
  const t = useText()
  const said = useSaid()
  const powers = useAnswer(listPowers, {})
  const rows = powers.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('事权调整')} id="powers">
      <Table
        caption={t('事权调整')}
        rows={rows}
        rowKey={({ item }) => item}
        columns={[
          {
            key: 'item',
            title: t('事项'),
            cell: ({ item, name }) => <GoTo to={pageAt('guide', item)}>{said(name)}</GoTo>,
          },
          {
            key: 'now',
            title: t('现由'),
            cell: ({ unitName, level }) => `${said(unitName)}（${said(levels[level])}）`,
          },
          { key: 'before', title: t('以前'), cell: ({ before }) => (before ? said(before.unitName) : '') },
          { key: 'from', title: t('自'), cell: ({ since }) => <DayText day={since} /> },
        ]}
      />
    </Section>
  )
}
