import { useMemo } from 'react'
import { type FileRow, listFiles } from '#modules/cases/contract.ts'
import {
  Choice,
  type Column,
  Filters,
  InstantText,
  Loaded,
  Page,
  type QueryOf,
  SearchBox,
  Table,
  useRows,
  useSaid,
} from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Go } from '../shell/Go.tsx'
import { STATUSES_SHOWN, useFileWords } from './file-words.ts'
import { LeftCell } from './LeftCell.tsx'
import { useText } from './messages.ts'
import './files.css'

export function FilesPage() {
  const t = useText()
  const words = useFileWords()
  const [{ status, item, search }, change] = useAddress()
  const query = { status, item, search } as QueryOf<typeof listFiles>
  const files = useRows(listFiles, { query })
  const columns = useColumns()
  const filtered = Boolean(status ?? item ?? search)

  return (
    <Page title={t('办件')} lead={t('本单位承办、收件或参与的办件。')}>
      <Filters
        {...(filtered
          ? { onClear: () => change({ status: undefined, item: undefined, search: undefined }) }
          : {})}
      >
        <SearchBox label={t('按编号查')} value={search} onChange={(value) => change({ search: value })} />
        <Choice
          label={t('状态')}
          value={status}
          options={STATUSES_SHOWN.map((value) => ({ value, text: words.status(value) }))}
          onChange={(value) => change({ status: value })}
        />
        {item && (
          <Choice
            label={t('事项')}
            value={item}
            options={[{ value: item, text: item }]}
            onChange={(value) => change({ item: value })}
          />
        )}
      </Filters>
      <Loaded
        of={files}
        empty={filtered ? t('没有符合条件的办件。请放宽筛选。') : t('还没有办件。可以在“窗口收件”收第一件。')}
      >
        {({ rows, total }) => (
          <div className="short-cards file-cards">
            <Table
              caption={t('办件列表')}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.caseNo}
              total={total}
              more={files}
              exportAs="xiaoneng-files"
            />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Array<Column<FileRow>> {
  const t = useText()
  const said = useSaid()
  const words = useFileWords()
  const unitName = useUnitName()
  const [, change] = useAddress()
  const now = useMemo(() => Date.now(), [])
  return [
    {
      key: 'case',
      title: t('编号'),
      cell: ({ caseNo }) => (
        <Go at={`/files/${caseNo}`} data-row-link>
          {caseNo}
        </Go>
      ),
      text: ({ caseNo }) => caseNo,
    },
    {
      key: 'item',
      title: t('事项'),
      cell: ({ item, itemName }) => (
        <button type="button" className="as-text" onClick={() => change({ item })}>
          {said(itemName)}
        </button>
      ),
      text: ({ itemName }) => said(itemName),
    },
    {
      key: 'who',
      title: t('申请人'),
      cell: ({ applicant }) => applicant,
      text: ({ applicant }) => applicant,
    },
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ unit }) => unitName(unit) ?? '–',
      text: ({ unit }) => unitName(unit),
    },
    {
      key: 'status',
      title: t('状态'),
      cell: ({ status }) => words.status(status),
      text: ({ status }) => words.status(status),
    },
    {
      key: 'limit',
      title: t('时限'),
      cell: (row) => (
        <LeftCell {...row} since={row.acceptedAt ?? row.receivedAt} state={stateOf(row)} now={now} />
      ),
      text: ({ dueAt }) => dueAt ?? '',
    },
    {
      key: 'received',
      title: t('收件'),
      cell: ({ receivedAt }) => <InstantText at={receivedAt} />,
      text: ({ receivedAt }) => receivedAt,
    },
  ]
}

export const stateOf = ({ status, endedAt }: Pick<FileRow, 'status' | 'endedAt'>) =>
  endedAt ? 'concluded' : status === 'suspended' ? 'suspended' : 'open'
