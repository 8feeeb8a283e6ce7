import type { ReactNode } from 'react'
import type { ProblemError } from '../api/problem.ts'
import { Button } from '../controls/Button.tsx'
import { useSaid } from '../language/catalogue.ts'
import { useText } from '../messages.ts'

/** What `useAnswer` and `useRows` give. */
export interface Loading<Data> {
  readonly data: Data | undefined
  readonly error: ProblemError | null
  readonly isPending: boolean
  readonly dataUpdatedAt: number
  readonly refetch: () => unknown
}

interface LoadedProps<Data> {
  readonly of: Loading<Data>
  /** The sentence when there is nothing, and what to do next. */
  readonly empty?: ReactNode
  /** Arrays and `{ rows: [] }` are recognised; say so for anything else. */
  readonly isEmpty?: (data: Data) => boolean
  readonly children: (data: Data) => ReactNode
}

/** Waiting, failing, empty, no permission and offline are designed states; a page only writes the good one. */
export function Loaded<Data>({ of, empty, isEmpty = hasNothing, children }: LoadedProps<Data>) {
  const t = useText()
  const { data, error } = of

  if (data === undefined) return error ? <Failed problem={error} again={of.refetch} /> : <Waiting />

  const stale = error?.code === 'pages.offline'
  const time = new Date(of.dataUpdatedAt).toTimeString().slice(0, 5)
  return (
    <>
      {stale && (
        <Notice tone="yellow" role="status">
          {t('现在离线，显示的是 {{time}} 读到的内容。', { time })}{' '}
          <Button look="quiet" onClick={() => of.refetch()}>
            {t('再试一次')}
          </Button>
        </Notice>
      )}
      {isEmpty(data) ? <Empty>{empty ?? t('这里还没有内容。')}</Empty> : children(data)}
    </>
  )
}

function hasNothing(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0
  const rows = (data as { rows?: unknown } | null)?.rows
  return Array.isArray(rows) && rows.length === 0
}

/** Nothing is drawn in the first moments: most answers are there before a spinner could be read. */
export function Waiting() {
  const t = useText()
  return (
    <div className="waiting" role="status">
      <span className="waiting-bar" aria-hidden="true" />
      <span>{t('正在读取…')}</span>
    </div>
  )
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="empty">{children}</div>
}

export function Failed({
  problem,
  again,
}: {
  readonly problem: ProblemError
  readonly again?: () => unknown
}) {
  const t = useText()
  const said = useSaid()
  const { title, next } = sayFailure(problem)
  return (
    <div className="failed" role="alert">
      <h2>{t(title)}</h2>
      <p>{said(problem.text)}</p>
      {next && <p>{t(next)}</p>}
      {problem.report && (
        <p className="soft small">{t('报告编号：{{number}}', { number: problem.report })}</p>
      )}
      {again && <Button onClick={() => again()}>{t('再试一次')}</Button>}
    </div>
  )
}

function sayFailure({ status, code }: ProblemError) {
  if (code === 'pages.offline') return { title: '连不上服务器' } as const
  if (status === 403) {
    return {
      title: '没有权限看这一页',
      next: '需要的权限由安全管理员授予。请联系本单位的安全管理员。',
    } as const
  }
  if (status === 404) return { title: '没有找到' } as const
  return { title: '读取失败' } as const
}

interface NoticeProps {
  readonly tone?: 'plain' | 'yellow' | 'red'
  readonly role?: 'status' | 'alert' | 'note'
  readonly children: ReactNode
}

/** A sentence that stands out: what is wrong, or what the reader must know, and the next step. */
export function Notice({ tone = 'plain', role = 'note', children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      {children}
    </div>
  )
}
