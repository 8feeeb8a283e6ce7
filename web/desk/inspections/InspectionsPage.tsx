import { useState } from 'react'
import { getVisit, listVisits, type VisitRow, type VisitView } from '#modules/inspections/contract.ts'
import { MARKS, ROUND_KINDS, VISIT_STATES } from '#modules/inspections/terms.ts'
import {
  Button,
  type Column,
  DayText,
  Dialog,
  Loaded,
  Page,
  Section,
  Table,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { findingAt, Go } from '#ui/findings/index.ts'
import { useText } from './messages.ts'

/** What was inspected at the own unit, as soon as it may be known; answers are given to the findings. */
export function InspectionsPage() {
  const t = useText()
  const said = useSaid()
  const [opened, setOpened] = useState<string>()
  const list = useAnswer(listVisits, { query: {} })
  const columns: Array<Column<VisitRow>> = [
    {
      key: 'day',
      title: t('日期'),
      cell: ({ startedAt, from }) => <DayText day={(startedAt ?? from).slice(0, 10)} />,
      text: ({ startedAt, from }) => (startedAt ?? from).slice(0, 10),
    },
    {
      key: 'kind',
      title: t('种类'),
      cell: ({ kind }) => said(ROUND_KINDS[kind]),
      text: ({ kind }) => said(ROUND_KINDS[kind]),
    },
    {
      key: 'section',
      title: t('处室'),
      cell: ({ section }) => section ?? '–',
      text: ({ section }) => section,
    },
    {
      key: 'status',
      title: t('状态'),
      cell: ({ status }) => said(VISIT_STATES[status]),
      text: ({ status }) => said(VISIT_STATES[status]),
    },
    {
      key: 'findings',
      title: t('问题'),
      numeric: true,
      cell: ({ findings }) => findings,
      text: ({ findings }) => findings,
    },
    {
      key: 'open',
      title: t('查看'),
      cell: ({ visit }) => <Button onClick={() => setOpened(visit)}>{t('查看')}</Button>,
    },
  ]
  return (
    <Page
      title={t('对本单位的检查')}
      lead={t('公开的检查当时就能看到，暗访在解密以后才能看到；对问题的答复在“问题”里提交。')}
    >
      <Loaded of={list} empty={t('没有对本单位的检查。')}>
        {({ rows }) => (
          <Table
            caption={t('对本单位的检查')}
            rows={rows}
            columns={columns}
            rowKey={({ visit }) => visit}
            exportAs="xiaoneng-inspections"
          />
        )}
      </Loaded>
      <Dialog
        open={opened !== undefined}
        title={t('对本单位的检查')}
        onClose={() => setOpened(undefined)}
        wide
      >
        {opened !== undefined && <OpenedVisit visit={opened} />}
        <Button onClick={() => setOpened(undefined)}>{t('关闭')}</Button>
      </Dialog>
    </Page>
  )
}

function OpenedVisit({ visit }: { readonly visit: string }) {
  const answer = useAnswer(getVisit, { params: { visit } })
  return <Loaded of={answer}>{(view) => <Visit view={view} />}</Loaded>
}

function Visit({ view }: { readonly view: VisitView }) {
  const t = useText()
  const said = useSaid()
  const titles = new Map(view.checklist.items.map(({ code, title }) => [code, said(title)]))
  return (
    <>
      {view.report && <p>{view.report}</p>}
      {view.findingRows.length > 0 && (
        <Section title={t('问题')}>
          <Table
            caption={t('问题')}
            rows={view.findingRows}
            rowKey={({ finding }) => finding}
            columns={[
              {
                key: 'finding',
                title: t('问题编号'),
                cell: ({ finding }) => <Go to={findingAt(finding)}>{finding}</Go>,
              },
              { key: 'fact', title: t('事实'), cell: ({ fact }) => fact },
              {
                key: 'due',
                title: t('整改期限'),
                cell: ({ dueOn }) => (dueOn ? <DayText day={dueOn} /> : '–'),
              },
              {
                key: 'recheck',
                title: t('复查日期'),
                cell: ({ recheckOn }) => (recheckOn ? <DayText day={recheckOn} /> : '–'),
              },
            ]}
          />
        </Section>
      )}
      <Section title={t('检查表')}>
        <Table
          caption={t('检查表')}
          rows={view.answers}
          rowKey={({ item }) => item}
          columns={[
            { key: 'item', title: t('项目'), cell: ({ item }) => titles.get(item) ?? item },
            { key: 'mark', title: t('结果'), cell: ({ mark }) => said(MARKS[mark]) },
            { key: 'note', title: t('说明'), cell: ({ note }) => note },
          ]}
        />
      </Section>
      {view.statements.length > 0 && (
        <Section title={t('现场陈述')}>
          {view.statements.map(({ speaker, text, at }) => (
            <p key={at}>
              {speaker}：{text}
            </p>
          ))}
        </Section>
      )}
    </>
  )
}
