import { useCallback, useState } from 'react'
import type { FileView } from '#modules/cases/contract.ts'
import { Button, Dialog, useSaid } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { AskPurpose } from '../AskPurpose.tsx'
import { kindText, sizeText } from './file-words.ts'
import { useText } from './messages.ts'
import { type Upload, useReadBytes, useUploads } from './use-uploads.ts'
import { Viewer } from './Viewer.tsx'
import './uploads.css'

/** The files of a case: which there are, and reading them, for a purpose that is asked once in a visit to the page. */
export function useFileReading(file: FileView) {
  const t = useText()
  const uploads = useUploads(file)
  const readBytes = useReadBytes(file.caseNo)
  const [purpose, setPurpose] = useState('')
  const [opened, setOpened] = useState<string | null>(null)
  const read = useCallback((upload: Upload) => readBytes(upload, purpose), [readBytes, purpose])
  const close = () => setOpened(null)
  const rows = uploads.data?.rows ?? []
  const dialogs = (
    <>
      <Dialog open={opened !== null && purpose === ''} title={t('查看上传的文件')} onClose={close}>
        <AskPurpose example={t('例如：核对材料')} onAsk={setPurpose} />
      </Dialog>
      {opened !== null && purpose !== '' && (
        <Viewer uploads={rows} first={opened} read={read} onClose={close} />
      )}
    </>
  )
  return { uploads, rows, open: setOpened, dialogs }
}

interface UploadListProps {
  readonly reading: ReturnType<typeof useFileReading>
  readonly handedIn: FileView['materials'][number]['handedIn']
}

/** The files sent for one material, by name; those that are gone are said to be gone. */
export function UploadList({ reading: { uploads, rows, open }, handedIn }: UploadListProps) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const sent = handedIn?.files ?? []
  if (sent.length === 0) return null
  if (uploads.error)
    return (
      <p className="small" role="alert">
        {t('文件清单没有取到：{{because}}', { because: said(uploads.error.text) })}
      </p>
    )
  if (!uploads.data) return null
  const there = rows.filter(({ file }) => sent.includes(file))
  const gone = sent.length - there.length
  return (
    <>
      {there.length > 0 && (
        <ul className="uploads">
          {there.map((upload) => (
            <li key={upload.file}>
              {permits('files.handle') ? (
                <Button look="quiet" className="upload-name" onClick={() => open(upload.file)}>
                  {upload.name}
                </Button>
              ) : (
                <span className="upload-name">{upload.name}</span>
              )}{' '}
              <span className="small soft nowrap">
                {kindText(upload.mediaType)} · {sizeText(upload.size)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {gone > 0 && (
        <p className="small soft">
          {t('有 {{count}} 个文件已随申请人的个人信息依法删除。', { count: gone })}
        </p>
      )}
    </>
  )
}
