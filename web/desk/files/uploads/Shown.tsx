import { useEffect, useRef, useState } from 'react'
import { Button, Notice, ProblemError, useSaid } from '#ui/index.ts'
import { showingOf } from './file-words.ts'
import { useText } from './messages.ts'
import type { Upload } from './use-uploads.ts'

interface ShownProps {
  readonly of: Upload
  readonly size: number | null
  readonly read: (upload: Upload) => Promise<Blob>
}

/** One file inside the page: fetched with its purpose, drawn from the browser's memory, gone with the page. */
export function Shown({ of: upload, size, read }: ShownProps) {
  const t = useText()
  const said = useSaid()
  const { address, problem, again } = useAddressOf(upload, read)
  const [broken, setBroken] = useState(false)
  const [natural, setNatural] = useState(0)
  const showing = showingOf(upload.mediaType)

  if (problem)
    return (
      <Notice tone="red" role="alert">
        <p>{said(problem.text)}</p>
        {problem.status !== 410 && <Button onClick={again}>{t('重试')}</Button>}
      </Notice>
    )
  if (!address) return <p className="soft">{t('正在取文件')}…</p>
  if (showing === 'document') return <PdfFrame address={address} title={upload.name} />
  if (showing === 'picture' && !broken)
    return (
      <img
        className={size === null ? 'viewer-fit' : undefined}
        src={address}
        alt={upload.name}
        width={size === null || natural === 0 ? undefined : Math.round((natural * size) / 100)}
        onLoad={({ currentTarget }) => setNatural(currentTarget.naturalWidth)}
        onError={() => setBroken(true)}
      />
    )
  return (
    <div className="stack">
      <p>
        {showing === 'picture'
          ? t('图片没有显示出来。可以下载后查看。')
          : t('这种文件不能在页面里打开。下载后请妥善保管，用完删除。')}
      </p>
      <p>
        <a className="button button-usual" href={address} download={upload.name}>
          {t('下载')}
        </a>
      </p>
    </div>
  )
}

/** The browser's own PDF reader takes the keyboard when it is ready; the keys stay ours until somebody points at it. */
function PdfFrame({ address, title }: { readonly address: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const onBlur = () =>
      setTimeout(() => {
        const taken = document.activeElement === frame.current && !frame.current?.matches(':hover')
        if (taken) frame.current?.closest<HTMLElement>('[tabindex]')?.focus()
      })
    window.addEventListener('blur', onBlur)
    return () => window.removeEventListener('blur', onBlur)
  }, [])
  return <iframe ref={frame} className="viewer-document" src={address} title={title} />
}

function useAddressOf(upload: Upload, read: ShownProps['read']) {
  const [address, setAddress] = useState<string>()
  const [problem, setProblem] = useState<ProblemError>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let here = true
    let made: string | undefined
    setProblem(undefined)
    read(upload).then(
      (blob) => {
        if (!here) return
        made = URL.createObjectURL(blob)
        setAddress(made)
      },
      (error: unknown) => {
        if (here && error instanceof ProblemError) setProblem(error)
      },
    )
    return () => {
      here = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [upload, read, tries])
  return { address, problem, again: () => setTries(tries + 1) }
}
