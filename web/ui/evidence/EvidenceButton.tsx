import { type FormEvent, useState } from 'react'
import { exportEvidence } from '#modules/evidence/contract.ts'
import { callForBytes } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextField } from '../controls/Field.tsx'
import { useToast } from '../controls/Toast.tsx'
import { useSaid } from '../language/catalogue.ts'
import { Notice } from '../layout/Loaded.tsx'
import { usePermits } from '../staff/session.ts'
import { saveFile } from '../table/download.ts'
import { useText } from './messages.ts'

interface EvidenceButtonProps {
  /** As in `src/bundles.ts`: `card`, `case`, `finding`, `problem` … */
  readonly kind: string
  readonly id: string
}

/** Asks what for, then saves the file as an evidence bundle; not there for whoever may not export. */
export function EvidenceButton({ kind, id }: EvidenceButtonProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  if (!usePermits()('evidence.export')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('导出证据包')}</Button>
      <Dialog open={open} title={t('导出证据包')} onClose={() => setOpen(false)}>
        <PurposeForm {...{ kind, id }} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PurposeForm({ kind, id, onClose }: EvidenceButtonProps & { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)

  const save = async (purpose: string) => {
    setBusy(true)
    setProblem(null)
    try {
      const bundle = await callForBytes(exportEvidence, { params: { kind, id }, query: { purpose } })
      saveFile(bundle, `evidence-${kind}-${id.replace(/[^\w.-]/g, '_')}.zip`)
      say(t('已导出。对方用 xiaoneng verify 即可离线校验。'))
      onClose()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save(String(new FormData(event.currentTarget).get('purpose') ?? '').trim())
  }

  return (
    <form className="form" onSubmit={onSubmit}>
      <p className="prose">
        {t('一个压缩包：经过（PDF）、台账原文、签章和包含证明、文书。改动任何一个字节都会被校验出来。')}
      </p>
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      <TextField
        label={t('用途')}
        name="purpose"
        hint={t('您看得到的才会放进去；用途会记入查阅记录。')}
        placeholder={t('例如：移送审计机关核查')}
        minLength={2}
        maxLength={200}
        required
        data-first-focus
      />
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t('导出')}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </form>
  )
}
