import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { getImport, type ImportView, listImports, listLogs } from '#modules/exchange/contract.ts'
import { keyOf, Loaded, Notice, Page, sayCount, sayShare, useAnswer, useSaid } from '#ui/index.ts'
import { isRunning, STATUS_WORDS } from './log-words.ts'
import { useText } from './messages.ts'
import { RejectedRows } from './RejectedRows.tsx'

interface ImportProgressProps {
  readonly id: string
  readonly up: ReactNode
}

const EVERY_MS = 800

export function ImportProgress({ id, up }: ImportProgressProps) {
  const t = useText()
  const client = useQueryClient()
  const [every, setEvery] = useState<number | false>(EVERY_MS)
  const followed = useAnswer(getImport, { params: { import: id } }, { every })
  const status = followed.data?.status
  const ended = status !== undefined && !isRunning({ status })

  useEffect(() => setEvery(EVERY_MS), [id])
  useEffect(() => {
    if (!ended) return
    setEvery(false)
    for (const stale of [listImports, listLogs]) void client.invalidateQueries({ queryKey: keyOf(stale) })
  }, [ended, client])

  return (
    <Page title={t('导入 {{file}}', { file: followed.data?.fileName ?? '' })} up={up}>
      <Loaded of={followed}>
        {(view) => (isRunning(view) ? <Running view={view} /> : <Ended view={view} />)}
      </Loaded>
    </Page>
  )
}

function Running({ view }: { readonly view: ImportView }) {
  const t = useText()
  const { status, progress, cases, events } = view
  return (
    <div className="sheet stack import-progress" role="status">
      <div className="row apart">
        <strong>{t(STATUS_WORDS[status])}</strong>
        <span>{t('已读 {{share}}', { share: sayShare(progress) })}</span>
      </div>
      <progress max={1} value={progress} aria-label={t(STATUS_WORDS[status])} />
      <p>
        {t('办件')} {sayCount(cases)} · {t('事件')} {sayCount(events)}
      </p>
      <p className="soft">{t('可以离开这一页，导入会继续；在“日志”页的导入记录里能再找到它。')}</p>
    </div>
  )
}

function Ended({ view }: { readonly view: ImportView }) {
  const t = useText()
  const said = useSaid()
  const { status, cases, events, refusal } = view
  if (status === 'refused') {
    return (
      <>
        <Notice tone="red" role="alert">
          <p>{t('没有导入，日志没有变化：')}</p>
          {refusal && <p>{said(refusal.text)}</p>}
        </Notice>
        <RejectedRows of={view} />
        <Again />
      </>
    )
  }
  return (
    <>
      <Notice role="status">
        {status === 'unchanged'
          ? t('这份文件以前导入过，内容完全相同，日志没有变化。')
          : t('导入完成：{{cases}} 件办件，{{events}} 个事件。', {
              cases: sayCount(cases),
              events: sayCount(events),
            })}
      </Notice>
      {view.unknownUnits.length > 0 && (
        <Notice tone="yellow">
          {t('本地机构名录中没有的单位，其办件只有监察人员可见：{{units}}', {
            units: view.unknownUnits.slice(0, 20).join('、'),
          })}
        </Notice>
      )}
      <Onward log={view.log} />
      <RejectedRows of={view} />
    </>
  )
}

function Onward({ log }: { readonly log: string }) {
  const t = useText()
  return (
    <div className="row">
      <Link to="/overview" search={{ log }} className="button button-main">
        {t('看总览')}
      </Link>
      <Link to="/process" search={{ log }} className="button">
        {t('看流程图')}
      </Link>
      <Link to="/cases" search={{ log }} className="button">
        {t('看办件')}
      </Link>
      <Again />
    </div>
  )
}

function Again() {
  const t = useText()
  return (
    <div>
      <Link to="/logs/import" className="button">
        {t('再导入一份')}
      </Link>
    </div>
  )
}
