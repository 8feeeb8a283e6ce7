import { type KeyboardEvent, useState } from 'react'
import { Button, Dialog } from '#ui/index.ts'
import { kindText, showingOf, sizeText } from './file-words.ts'
import { useText } from './messages.ts'
import { Shown } from './Shown.tsx'
import type { Upload } from './use-uploads.ts'

interface ViewerProps {
  readonly uploads: readonly Upload[]
  readonly first: string
  readonly read: (upload: Upload) => Promise<Blob>
  readonly onClose: () => void
}

/** Percent of the picture's own size; null fits it into the window. */
const SIZES = [25, 50, 75, 100, 150, 200, 300, 400] as const
const larger = (size: number | null) => SIZES.find((one) => one > (size ?? 75)) ?? 400
const smaller = (size: number | null) => SIZES.findLast((one) => one < (size ?? 75)) ?? 25

/** What the applicant sent, one after the other, without leaving the case. */
export function Viewer({ uploads, first, read, onClose }: ViewerProps) {
  const t = useText()
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      uploads.findIndex(({ file }) => file === first),
    ),
  )
  const [size, setSize] = useState<number | null>(null)
  const upload = uploads[at]
  const go = (step: number) => {
    setAt((now) => Math.min(Math.max(now + step, 0), uploads.length - 1))
    setSize(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      '+': () => setSize(larger),
      '=': () => setSize(larger),
      '-': () => setSize(smaller),
      '0': () => setSize(null),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  if (!upload) return null
  const picture = showingOf(upload.mediaType) === 'picture'
  return (
    <Dialog open wide title={upload.name} onClose={onClose}>
      <div className="viewer-bar row apart" onKeyDown={onKeyDown}>
        <span className="small soft" role="status">
          {uploads.length > 1 && `${t('第 {{at}} 个，共 {{of}} 个', { at: at + 1, of: uploads.length })} · `}
          {kindText(upload.mediaType)} · {sizeText(upload.size)}
        </span>
        <span className="row">
          {uploads.length > 1 && (
            <>
              <Button disabled={at === 0} onClick={() => go(-1)}>
                {t('上一个')}
              </Button>
              <Button disabled={at === uploads.length - 1} onClick={() => go(1)}>
                {t('下一个')}
              </Button>
            </>
          )}
          {picture && (
            <>
              <Button onClick={() => setSize(smaller)}>{t('缩小')}</Button>
              <Button onClick={() => setSize(larger)}>{t('放大')}</Button>
              <Button onClick={() => setSize(null)}>{t('适合窗口')}</Button>
            </>
          )}
          <Button look="main" data-first-focus="" onClick={onClose}>
            {t('关闭')}
          </Button>
        </span>
      </div>
      <div className="viewer-body" tabIndex={0} role="group" aria-label={upload.name} onKeyDown={onKeyDown}>
        <Shown key={upload.file} of={upload} size={size} read={read} />
      </div>
    </Dialog>
  )
}
