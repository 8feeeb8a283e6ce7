import { type KeyboardEvent, useMemo } from 'react'
import { listWork, type WorkRow } from '#modules/cases/contract.ts'
import {
  Choice,
  type Column,
  Filters,
  Loaded,
  Page,
  type QueryOf,
  Table,
  useRows,
  useSaid,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { Go } from '../shell/Go.tsx'
import { KINDS_SHOWN, useFileWords } from '../files/file-words.ts'
import { LeftCell } from '../files/LeftCell.tsx'
import { useText } from './messages.ts'
import { WorkPreview } from './WorkPreview.tsx'
import '../files/files.css'
import './work.css'

/** One list of everything one has to do, urgent first, whatever kind it is; a file opens beside it or in its place. */
export function WorkPage() {
  const t = useText()
  const words = useFileWords()
  const [{ whose, kind, beside }, change] = useAddress()
  const query = { whose: whose ?? 'mine', kind } as QueryOf<typeof listWork>
  const work = useRows(listWork, { query })
  const columns = useColumns()

  return (
    <Page title={t('我的工作')} lead={t('急的在前。j k 上下移动，空格在旁边预览，回车打开。')}>
      <Filters {...((whose ?? kind) ? { onClear: () => change({ whose: undefined, kind: undefined }) } : {})}>
        <Choice
          label={t('谁的')}
          value={whose}
          all={t('我的')}
          options={[{ value: 'unit', text: t('全单位') }]}
          onChange={(value) => change({ whose: value })}
        />
        <Choice
          label={t('事务')}
          value={kind}
          options={KINDS_SHOWN.map((value) => ({ value, text: words.kind(value) }))}
          onChange={(value) => change({ kind: value })}
        />
      </Filters>
      <div className={beside ? 'work short-cards work-cards has-preview' : 'work short-cards work-cards'}>
        <Loaded of={work} empty={kind ? t('没有符合条件的事。请放宽筛选。') : t('没有要办的事。')}>
          {({ rows, total }) => (
            <Table
              caption={t('工作列表')}
              rows={rows}
              columns={columns}
              rowKey={({ caseNo, kind: of, step }) => `${caseNo}/${of}/${step ?? ''}`}
              rowClass={({ caseNo }) => (caseNo === beside ? 'is-beside' : undefined)}
              total={total}
              more={work}
              exportAs="xiaoneng-work"
            />
          )}
        </Loaded>
        {beside && <WorkPreview caseNo={beside} onClose={() => change({ beside: undefined })} />}
      </div>
    </Page>
  )
}

function useColumns(): Array<Column<WorkRow>> {
  const t = useText()
  const said = useSaid()
  const words = useFileWords()
  const now = useMemo(() => Date.now(), [])
  return [
    {
      key: 'task',
      title: t('要办的事'),
      cell: (row) => <WorkLink of={row} />,
      text: ({ kind, title }) => `${words.kind(kind)} ${said(title)}`,
    },
    {
      key: 'file',
      title: t('办件'),
      cell: ({ caseNo, itemName }) => (
        <span className="work-file">
          <span>{said(itemName)}</span>
          <span className="small soft">{caseNo}</span>
        </span>
      ),
      text: ({ caseNo, itemName }) => `${caseNo} ${said(itemName)}`,
    },
    {
      key: 'who',
      title: t('申请人'),
      cell: ({ applicant }) => applicant,
      text: ({ applicant }) => applicant,
    },
    {
      key: 'limit',
      title: t('时限'),
      cell: (row) => (
        <LeftCell {...row} state={row.status === 'suspended' ? 'suspended' : 'open'} now={now} />
      ),
      text: ({ dueAt }) => dueAt ?? '',
    },
  ]
}

function WorkLink({ of: { caseNo, kind, title, whose, sentBack, step, urgent } }: { readonly of: WorkRow }) {
  const t = useText()
  const said = useSaid()
  const words = useFileWords()
  const [{ beside }, change] = useAddress()
  // A department sees its own part of a joint case, and not the case.
  const branch = kind === 'branch'
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && beside) change({ beside: undefined })
    if (event.key !== ' ' || branch) return
    event.preventDefault()
    change({ beside: beside === caseNo ? undefined : caseNo })
  }
  return (
    <span className="work-task">
      <Go
        at={branch ? `/joint/${caseNo}` : `/files/${caseNo}`}
        data-row-link
        onKeyDown={onKeyDown}
        onFocus={() => !branch && beside && beside !== caseNo && change({ beside: caseNo })}
      >
        {step ? said(title) : words.kind(kind)}
      </Go>
      {urgent && <span className="tag tag-borrowed">{t('急件')}</span>}
      {whose === 'borrowed' && <span className="tag tag-borrowed">{t('B岗代办')}</span>}
      {whose === 'unit' && <span className="tag">{t('本单位')}</span>}
      {sentBack > 0 && <span className="tag">{t('{{count}} 次退回', { count: sentBack })}</span>}
    </span>
  )
}
