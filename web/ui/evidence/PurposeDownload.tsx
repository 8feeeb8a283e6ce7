import { type FormEvent, useState } from 'react'
import { ProblemError } from '../api/problem.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextField } from '../controls/Field.tsx'
import { useToast } from '../controls/Toast.tsx'
import { useSaid } from '../language/catalogue.ts'
import { Notice } from '../layout/Loaded.tsx'
import { saveFile } from '../table/download.ts'
import { useText } from './messages.ts'

interface PurposeDownloadProps {
  readonly title: string
  /** What is in the file. */
  readonly about: string
  /** Said when it is there. */
  readonly done: string
  readonly fileName: string
  readonly fetch: (purpose: string) => Promise<Blob>
}

/** A file that is given out only with its purpose: asks for it, and saves what comes. */
export function PurposeDownload(props: PurposeDownloadProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{props.title}</Button>
      <Dialog open={open} title={props.title} onClose={() => setOpen(false)}>
        <PurposeForm {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PurposeForm({
  about,
  done,
  fileName,
  fetch,
  onClose,
}: PurposeDownloadProps & { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)

  const save = async (purpose: string) => {
    setBusy(true)
    setProblem(null)
    try {
      saveFile(await fetch(purpose), fileName)
      say(done)
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
      <p className="prose">{about}</p>
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
