import { useEffect, useRef } from 'react'
import { noticePdf } from '#modules/notices/contract.ts'
import { addressOf, Button, isTyping, Notice, type ProblemError, useSaid } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'
import type { Given } from './use-sending.ts'

interface GivenPanelProps {
  readonly given: Given
  readonly untold: ProblemError | null
  readonly busy: boolean
  readonly onTellAgain: () => void
  readonly onNext: () => void
}

/** After the file has its number: print, papers, and on to the next applicant with one key. */
export function GivenPanel({ given: { file }, untold, busy, onTellAgain, onNext }: GivenPanelProps) {
  const t = useText()
  const said = useSaid()
  const next = useRef<HTMLDivElement>(null)
  const papers = file.timeline.flatMap(({ notice }) => notice ?? [])

  useEffect(() => {
    if (!untold && !busy) next.current?.querySelector('button')?.focus()
  }, [untold, busy])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.toLowerCase() === 'p') window.print()
      // Printing may take the focus off the button, and the clerk's Enter must still bring the next applicant.
      else if (event.key === 'Enter' && event.target === document.body) onNext()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onNext])

  const done = file.acceptedAt
    ? t('已受理：{{caseNo}}', { caseNo: file.caseNo })
    : file.supplement
      ? t('已收件并告知补正：{{caseNo}}', { caseNo: file.caseNo })
      : t('已收件：{{caseNo}}', { caseNo: file.caseNo })

  return (
    <div className="given stack no-print" ref={next}>
      {untold ? (
        <Notice tone="red" role="alert">
          <p>
            {t('办件 {{caseNo}} 已收件，但补正告知没有发出：', { caseNo: file.caseNo })} {said(untold.text)}
          </p>
          <Button busy={busy} onClick={onTellAgain}>
            {t('再发一次告知')}
          </Button>
        </Notice>
      ) : (
        <p role="status">
          <strong>{done}</strong>
        </p>
      )}
      {file.licensing.renews && !file.licensing.renews.inTime && (
        <Notice tone="yellow">
          {t('延续申请已逾期：应在 {{day}} 前提出，可以按新申请办理，请告知申请人。', {
            day: file.licensing.renews.renewUntil,
          })}
        </Notice>
      )}
      <div className="row">
        <Button look="main" onClick={onNext}>
          {t('下一位（回车）')}
        </Button>
        <Button onClick={() => window.print()}>{t('打印（P）')}</Button>
      </div>
      <p className="row small">
        <Go at={`/files/${file.caseNo}`}>{t('打开办件')}</Go>
        {papers.map(({ notice, number }) => (
          <a
            key={notice}
            href={addressOf(noticePdf, { params: { notice } })}
            target="_blank"
            rel="noreferrer"
          >
            {t('文书')} {number}
          </a>
        ))}
      </p>
    </div>
  )
}
