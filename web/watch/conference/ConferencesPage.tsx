import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type ConferenceView, listConferences } from '#modules/supervision/contract.ts'
import {
  Button,
  type Column,
  DayText,
  Empty,
  Loaded,
  Notice,
  Page,
  Section,
  Table,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { Agenda } from './Agenda.tsx'
import { CallDialog } from './CallDialog.tsx'
import { useText } from './messages.ts'
import { STATUS_WORDS } from './words.ts'
import './conference.css'

/** 行政监督联席会议: whether it meets as it should, what is next on its table, what it ruled before. */
export function ConferencesPage() {
  const t = useText()
  const said = useSaid()
  const may = usePermits()
  const [calling, setCalling] = useState(false)
  const list = useAnswer(listConferences, {})
  const oneIsCalled = list.data?.rows.some(({ status }) => status === 'called') ?? true
  return (
    <Page
      title={t('联席会议')}
      lead={t(
        '法制、审计、人事、财政与监察一起议：议程由未了结的问题和未落实的决定自动生成，决定有责任单位、责任人和期限。',
      )}
      actions={
        may('conference.hold') &&
        !oneIsCalled && (
          <Button look="main" onClick={() => setCalling(true)}>
            {t('召集会议')}
          </Button>
        )
      }
    >
      <Loaded of={list} isEmpty={() => false}>
        {({ rows, periods, agenda, overdueRulings, requiredBodies }) => (
          <>
            {overdueRulings > 0 && (
              <Notice tone="red">{t('逾期未落实的决定 {{count}} 项', { count: overdueRulings })}</Notice>
            )}
            <Section title={t('是否按期召开')} id="periods">
              <ol className="conference-periods">
                {periods.map(({ period, held, over, missed }) => (
                  <li key={period.zh} className={missed ? 'sheet conference-missed' : 'sheet'}>
                    <div className="small soft">{said(period)}</div>
                    {held > 0 ? t('{{count}} 次', { count: held }) : t(over ? '没有召开' : '本期尚未召开')}
                  </li>
                ))}
              </ol>
            </Section>
            <Section title={t('下次议程')} id="agenda">
              <Agenda items={agenda} />
            </Section>
            <Section title={t('历次会议')} id="conferences">
              <Conferences rows={rows} />
            </Section>
            <CallDialog open={calling} bodies={requiredBodies} onClose={() => setCalling(false)} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const unfinished = ({ rulings }: ConferenceView) => rulings.filter(({ ended }) => ended === null).length

function Conferences({ rows }: { readonly rows: readonly ConferenceView[] }) {
  const t = useText()
  if (rows.length === 0) return <Empty>{t('还没有开过联席会议。')}</Empty>
  const columns: Array<Column<ConferenceView>> = [
    {
      key: 'conference',
      title: t('会议'),
      cell: ({ conference }) => (
        <Link to="/conferences/$conference" params={{ conference }} data-row-link>
          {conference}
        </Link>
      ),
      text: ({ conference }) => conference,
    },
    { key: 'on', title: t('日期'), cell: ({ on }) => <DayText day={on} />, text: ({ on }) => on },
    {
      key: 'status',
      title: t('状态'),
      cell: ({ status }) => t(STATUS_WORDS[status]),
      text: ({ status }) => t(STATUS_WORDS[status]),
    },
    {
      key: 'rulings',
      title: t('决定'),
      numeric: true,
      cell: ({ rulings }) => rulings.length,
      text: ({ rulings }) => rulings.length,
    },
    { key: 'unfinished', title: t('未落实'), numeric: true, cell: unfinished, text: unfinished },
  ]
  return (
    <Table
      caption={t('历次会议')}
      rows={rows}
      columns={columns}
      rowKey={({ conference }) => conference}
      exportAs="xiaoneng-conferences"
    />
  )
}
