import { type ChangeEvent, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { KeptFile } from '#modules/vault/contract.ts'
import { Button, Notice, ProblemError, sayNumber, upload, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

const MOST_BYTES = 20 * 1024 * 1024
const KINDS = '.pdf,.ofd,.jpg,.jpeg,.png,.webp,.heic,.docx,.xlsx,image/*,application/pdf'

interface FilePickerProps {
  /** The material's name: the label of the field. */
  readonly name: string
  readonly files: readonly KeptFile[]
  readonly to: {
    readonly endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<KeptFile>>
    readonly params?: Readonly<Record<string, string>>
    readonly query: Readonly<Record<string, string>>
  }
  /** Takes a file out of the vault again; a file that is handed in already stays there. */
  readonly remove: (file: string) => Promise<unknown>
  readonly onChange: (files: readonly KeptFile[]) => void
}

interface Sending {
  readonly name: string
  readonly share: number
  readonly stop: () => void
}

/** Sends each file as soon as it is chosen, says how far it is, and says plainly when one is not taken. */
export function FilePicker({ name, files, to, remove, onChange }: FilePickerProps) {
  const t = useText()
  const id = useId()
  const said = useSaid()
  const [sending, setSending] = useState<Sending>()
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const latest = useRef(files)
  latest.current = files

  const sizeText = (bytes: number) =>
    bytes < 1024 * 1024
      ? t('{{size}} KB', { size: Math.ceil(bytes / 1024) })
      : t('{{size}} MB', { size: sayNumber(bytes / 1024 / 1024) })

  const sendOne = async (file: File) => {
    if (file.size > MOST_BYTES)
      return t('“{{name}}”超过 20 MB，没有上传。请压缩照片，或分成几份。', { name: file.name })
    const stopping = new AbortController()
    const show = (bytes: number) =>
      setSending({
        name: file.name,
        share: Math.round((100 * bytes) / Math.max(1, file.size)),
        stop: () => stopping.abort(),
      })
    show(0)
    try {
      const query = { ...to.query, name: file.name }
      const given = { params: to.params, query, file, onSent: show, signal: stopping.signal }
      onChange([...latest.current, await upload(to.endpoint, given)])
    } catch (error) {
      if (!(error instanceof ProblemError)) return undefined
      return t('“{{name}}”没有上传：{{because}}', { name: file.name, because: said(error.text) })
    }
  }

  /** Off the list at once; should the server not be reached, the file goes with the draft. */
  const takeAway = ({ file }: KeptFile) => {
    onChange(files.filter((one) => one.file !== file))
    void remove(file).catch(() => undefined)
  }

  const choose = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const chosen = Array.from(input.files ?? [])
    input.value = ''
    setRefusals([])
    for (const file of chosen) {
      const refusal = await sendOne(file)
      if (refusal) setRefusals((now) => [...now, refusal])
    }
    setSending(undefined)
  }

  return (
    <div className="stack">
      {files.length > 0 && (
        <ul className="upload-list">
          {files.map((file) => (
            <li key={file.file}>
              <span>
                {file.name} <span className="soft small">{sizeText(file.size)}</span>
              </span>
              <Button look="quiet" onClick={() => takeAway(file)}>
                {t('去掉 {{name}}', { name: file.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {sending && (
        <div className="row" role="status">
          <progress value={sending.share} max={100} aria-label={sending.name} />
          <span>{t('正在上传 {{name}}：{{share}}%', { name: sending.name, share: sending.share })}</span>
          <Button look="quiet" onClick={sending.stop}>
            {t('停止')}
          </Button>
        </div>
      )}
      {refusals.map((refusal) => (
        <Notice key={refusal} tone="red" role="alert">
          {refusal}
        </Notice>
      ))}
      <div className="upload-pick">
        <label className="button upload-button">
          <input
            type="file"
            className="visually-hidden"
            accept={KINDS}
            multiple
            disabled={sending !== undefined}
            aria-describedby={`${id}-hint`}
            onChange={(event) => void choose(event)}
          />
          {t('选择文件或拍照')}
          <span className="visually-hidden">: {name}</span>
        </label>
        <span className="soft small" id={`${id}-hint`}>
          {t('PDF、照片（JPG、PNG、HEIC）、Word 或 Excel，每个不超过 20 MB')}
        </span>
      </div>
    </div>
  )
}
