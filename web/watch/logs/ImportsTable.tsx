import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type ImportView, listImports } from '#modules/exchange/contract.ts'
import { type Column, InstantText, Loaded, sayCount, sayShare, Table, useRows } from '#ui/index.ts'
import { isRunning, STATUS_WORDS } from './log-words.ts'
import { useText } from './messages.ts'

const EVERY_MS = 2000

/** All imports, the newest first; one that still runs is followed. */
export function ImportsTable() {
  const t = useText()
  const imports = useRows(listImports, { query: { limit: 20 } })
  const columns = useColumns()
  const running = imports.data?.rows.some(isRunning) ?? false
  const { refetch } = imports

  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void refetch(), EVERY_MS)
    return () => clearInterval(timer)
  }, [running, refetch])

  return (
    <Loaded of={imports} empty={t('还没有导入过文件。')}>
      {({ rows, total }) => (
        <Table
          caption={t('导入记录')}
          rows={rows}
          total={total}
          columns={columns}
          rowKey={(row) => row.import}
          more={imports}
        />
      )}
    </Loaded>
  )
}

function useColumns(): Column<ImportView>[] {
  const t = useText()
  return [
    {
      key: 'file',
      title: t('文件'),
      cell: (row) => (
        <Link to="/logs/import" search={{ import: row.import }} data-row-link>
          {row.fileName}
        </Link>
      ),
    },
    { key: 'log', title: t('日志'), cell: ({ log }) => log },
    {
      key: 'status',
      title: t('状态'),
      cell: (row) => (
        <span className={row.status === 'refused' ? 'level level-red wraps' : undefined}>
          {t(STATUS_WORDS[row.status])}
          {row.status === 'reading' && ` ${sayShare(row.progress)}`}
        </span>
      ),
    },
    { key: 'cases', title: t('办件'), numeric: true, cell: ({ cases }) => sayCount(cases) },
    {
      key: 'rejected',
      title: t('被拒绝的行'),
      numeric: true,
      cell: ({ rejectedRows }) => sayCount(rejectedRows),
    },
    { key: 'started', title: t('开始'), cell: ({ startedAt }) => <InstantText at={startedAt} /> },
  ]
}
