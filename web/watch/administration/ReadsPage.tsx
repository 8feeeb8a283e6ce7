import { Link } from '@tanstack/react-router'
import { listReads, type NamedReadRow as ReadRow, type Role } from '#modules/access/contract.ts'
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
import { useAddress } from '../shell/address.ts'
import { MatterReference } from '#ui/references/index.ts'
import { PersonName, useRoleWord } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { Readers } from './Readers.tsx'
import './administration.css'

const KIND_WORDS = {
  opened: '打开',
  listed: '列表',
  exported: '导出',
} as const satisfies Record<ReadRow['kind'], string>
const KINDS = ['opened', 'listed', 'exported'] as const

/** Who looked at what, when and why: for the audit administrator, whose own looking stands here too. */
export function ReadsPage() {
  const t = useText()
  const [{ subject, account, kind }, change] = useAddress()
  const query = { subject, account, kind } as QueryOf<typeof listReads>
  const reads = useRows(listReads, { query })
  const columns = useColumns()
  const clear = () => change({ subject: undefined, account: undefined, kind: undefined })

  return (
    <Page
      title={t('查阅记录')}
      lead={t('谁在什么时候看了什么、为什么看。您打开本页也会记下一条。')}
      up={<Link to="/administration">← {t('管理')}</Link>}
    >
      <Readers onChoose={(chosen) => change({ account: chosen })} />
      <Filters onClear={subject || account || kind ? clear : undefined}>
        <SearchBox label={t('账号')} value={account} onChange={(text) => change({ account: text })} />
        <SearchBox
          label={t('对象（完整编号）')}
          value={subject}
          onChange={(text) => change({ subject: text })}
        />
        <Choice
          label={t('方式')}
          value={kind}
          options={KINDS.map((each) => ({ value: each, text: t(KIND_WORDS[each]) }))}
          onChange={(chosen) => change({ kind: chosen })}
        />
      </Filters>
      <Loaded of={reads} empty={t('没有查阅记录。')}>
        {({ rows, total }) => (
          <Table
            caption={t('查阅记录')}
            rows={rows}
            rowKey={(row) => row.read}
            total={total}
            more={reads}
            exportAs="xiaoneng-reads"
            columns={columns}
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Array<Column<ReadRow>> {
  const t = useText()
  const said = useSaid()
  const roleWord = useRoleWord()
  const outcome = (row: ReadRow) => (row.outcome === 'answered' ? t('已给出') : row.outcome)
  const roles = (row: ReadRow) => row.roles.map((role) => roleWord(role as Role)).join(' · ')
  return [
    { key: 'at', title: t('时间'), cell: (row) => <InstantText at={row.at} />, text: (row) => row.at },
    {
      key: 'account',
      title: t('账号'),
      cell: (row) => (
        <>
          <PersonName account={row.account} />
          <div className="small soft">{roles(row)}</div>
        </>
      ),
      text: (row) => row.account,
    },
    { key: 'roles', title: t('角色'), exportedOnly: true, cell: () => null, text: roles },
    {
      key: 'kind',
      title: t('方式'),
      cell: (row) => t(KIND_WORDS[row.kind]),
      text: (row) => t(KIND_WORDS[row.kind]),
    },
    {
      key: 'subject',
      title: t('对象'),
      cell: (row) => (
        <>
          {row.operationTitle ? said(row.operationTitle) : row.operation}
          <div className="small">{row.subject ? <MatterReference of={row.subject} /> : t('整个列表')}</div>
          <div className="small soft details-json">{sayFilters(row)}</div>
        </>
      ),
      text: (row) => row.subject,
    },
    { key: 'filters', title: t('筛选条件'), exportedOnly: true, cell: () => null, text: sayFilters },
    { key: 'purpose', title: t('用途'), cell: (row) => row.purpose ?? '–', text: (row) => row.purpose },
    {
      key: 'rows',
      title: t('条数'),
      numeric: true,
      cell: (row) => row.rowsShown ?? '–',
      text: (row) => row.rowsShown,
    },
    { key: 'outcome', title: t('结果'), cell: outcome, text: outcome },
    { key: 'address', title: t('来自'), cell: (row) => row.address, text: (row) => row.address },
  ]
}

const sayFilters = ({ filters }: ReadRow): string =>
  Object.entries(filters)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
