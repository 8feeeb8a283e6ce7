import { type DragEvent, useId, useRef, useState } from 'react'
import { uploadLogFile, type UploadView } from '#modules/exchange/contract.ts'
import { Button, Notice, ProblemError, upload, useSaid } from '#ui/index.ts'
import { useText } from '../messages.ts'
import { saySize } from './sizes.ts'

interface ChooseFileProps {
  readonly onUploaded: (upload: UploadView) => void
}

interface Sending {
  readonly file: File
  readonly sent: number
}

export function ChooseFile({ onUploaded }: ChooseFileProps) {
  const t = useText()
  const said = useSaid()
  const id = useId()
  const [sending, setSending] = useState<Sending>()
  const [problem, setProblem] = useState<ProblemError>()
  const [over, setOver] = useState(false)
  const abort = useRef<AbortController>(undefined)

  const take = async (file: File | undefined) => {
    if (!file || sending) return
    setProblem(undefined)
    setSending({ file, sent: 0 })
    abort.current = new AbortController()
    try {
      const onSent = (sent: number) => setSending({ file, sent })
      onUploaded(
        await upload(uploadLogFile, {
          query: { fileName: file.name },
          file,
          onSent,
          signal: abort.current.signal,
        }),
      )
    } catch (error) {
      if (error instanceof ProblemError) setProblem(error)
    } finally {
      setSending(undefined)
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <div className="stack">
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      <div
        className={over ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {sending ? (
          <Sent of={sending} onStop={() => abort.current?.abort()} />
        ) : (
          <>
            <span className="soft">{t('把日志文件拖到这里，或')}</span>
            <input
              id={id}
              className="visually-hidden drop-input"
              type="file"
              onChange={({ target }) => void take(target.files?.[0])}
            />
            <label htmlFor={id} className="button button-main">
              {t('选择文件')}
            </label>
          </>
        )}
      </div>
      <p className="soft prose">
        {t(
          '可以是 XES、CSV、JSONL、XLSX 或 OCEL 2.0 JSON，也可以是它们的 .gz 压缩文件。文件整份导入：有一处读不懂，就整份不导入，并说明在哪里。',
        )}
      </p>
    </div>
  )
}

function Sent({ of: { file, sent }, onStop }: { readonly of: Sending; readonly onStop: () => void }) {
  const t = useText()
  const size = saySize(file.size)
  const text =
    sent < file.size
      ? t('正在上传 {{name}}（{{sent}} / {{size}}）', { name: file.name, sent: saySize(sent), size })
      : t('正在识别格式…')
  return (
    <div className="stack drop-progress">
      <span role="status">{text}</span>
      <progress max={Math.max(1, file.size)} value={sent} aria-label={text} />
      <div>
        <Button onClick={onStop}>{t('停止上传')}</Button>
      </div>
    </div>
  )
}
