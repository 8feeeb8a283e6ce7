import { exportEvidence } from '#modules/evidence/contract.ts'
import { callForBytes } from '../api/call.ts'
import { usePermits } from '../staff/session.ts'
import { useText } from './messages.ts'
import { PurposeDownload } from './PurposeDownload.tsx'

interface EvidenceButtonProps {
  /** As in `src/bundles.ts`: `card`, `case`, `finding`, `problem` … */
  readonly kind: string
  readonly id: string
}

/** Asks what for, then saves the file as an evidence bundle; not there for whoever may not export. */
export function EvidenceButton({ kind, id }: EvidenceButtonProps) {
  const t = useText()
  if (!usePermits()('evidence.export')) return null
  return (
    <PurposeDownload
      title={t('导出证据包')}
      about={t('一个压缩包：经过（PDF）、台账原文、签章和包含证明、文书。改动任何一个字节都会被校验出来。')}
      done={t('已导出。对方用 xiaoneng verify 即可离线校验。')}
      fileName={`evidence-${kind}-${id.replace(/[^\w.-]/g, '_')}.zip`}
      fetch={(purpose) => callForBytes(exportEvidence, { params: { kind, id }, query: { purpose } })}
    />
  )
}
