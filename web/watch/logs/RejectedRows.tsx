import { useQuery } from '@tanstack/react-query'
import { getRejectedRows, type ImportView } from '#modules/exchange/contract.ts'
import {
  addressOf,
  type Column,
  Loaded,
  type ProblemError,
  sayCount,
  Section,
  Table,
  useLanguage,
} from '#ui/index.ts'
import { useText } from './messages.ts'
import { readRejected, type RejectedRow } from './rejected.ts'

const SHOWN = 20
/** Enough for the first reasons; the file may hold millions of rows. */
const READ_BYTES = 64 * 1024

/** Rows that could not be read: how many, the first ones with their reasons, and all of them as a file. */
export function RejectedRows({ of }: { readonly of: ImportView }) {
  const t = useText()
  const address = addressOf(getRejectedRows, { params: { import: of.import } })
  const rejected = useQuery<readonly RejectedRow[], ProblemError>({
    queryKey: ['rejectedRows', of.import, of.rejectedRows],
    queryFn: ({ signal }) => firstRejected(address, signal),
    enabled: of.rejectedRows > 0,
    staleTime: Infinity,
  })
  const columns = useColumns()
  if (of.rejectedRows === 0) return null

  const download = (
    <a href={address} download className="button">
      {t('下载被拒绝的行 (CSV)')}
    </a>
  )
  return (
    <Section title={t('被拒绝的行')} actions={download}>
      <p>
        {t('有 {{said}} 行没有导入，其余已导入。', {
          count: of.rejectedRows,
          said: sayCount(of.rejectedRows),
        })}
      </p>
      <Loaded of={rejected} empty={t('被拒绝的行现在读不到，可以下载整份文件。')}>
        {(rows) => (
          <Table
            caption={t('前 {{said}} 行的原因', { count: rows.length, said: sayCount(rows.length) })}
            showCaption
            rows={rows}
            total={of.rejectedRows}
            columns={columns}
            rowKey={({ line, column }) => `${line} ${column}`}
          />
        )}
      </Loaded>
    </Section>
  )
}

function useColumns(): Column<RejectedRow>[] {
  const t = useText()
  const language = useLanguage()
  return [
    { key: 'line', title: t('行号'), cell: ({ line }) => `${t('行号')} ${line}` },
    { key: 'reason', title: t('原因'), cell: (row) => row[language] },
    { key: 'column', title: t('列'), cell: ({ column }) => column },
    { key: 'value', title: t('内容'), cell: ({ value }) => <code className="cell-text">{value}</code> },
  ]
}

async function firstRejected(address: string, signal: AbortSignal): Promise<readonly RejectedRow[]> {
  const response = await fetch(address, { signal, credentials: 'same-origin' })
  const reader = response.body?.getReader()
  if (!response.ok || !reader) return []
  const decoder = new TextDecoder()
  let text = ''
  let complete = false
  while (text.length < READ_BYTES && !complete) {
    const { value, done } = await reader.read()
    complete = done
    text += decoder.decode(value, { stream: !done })
  }
  if (!complete) void reader.cancel()
  return readRejected(text, complete).slice(0, SHOWN)
}
