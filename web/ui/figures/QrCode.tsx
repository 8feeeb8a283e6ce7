import { useEffect, useState } from 'react'

interface QrCodeProps {
  /** What a phone reads: usually an address. */
  readonly text: string
  /** The same for those who see no picture. */
  readonly label: string
}

interface Modules {
  readonly size: number
  readonly path: string
}

/** Drawn as one path: sharp on paper, and no picture that the content security policy would forbid. */
export function QrCode({ text, label }: QrCodeProps) {
  const [drawn, setDrawn] = useState<Modules | null>(null)
  useEffect(() => {
    let wanted = true
    // Only whoever comes to a code fetches the encoder.
    void import('qrcode').then(({ create }) => {
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      if (wanted) setDrawn({ size: modules.size, path: pathOf(modules) })
    })
    return () => {
      wanted = false
    }
  }, [text])
  if (!drawn) return <span className="qr-code" aria-hidden="true" />
  const quiet = 4
  const side = drawn.size + 2 * quiet
  return (
    <svg className="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path transform={`translate(${quiet} ${quiet})`} d={drawn.path} fill="#000" />
    </svg>
  )
}

function pathOf({ size, data }: { readonly size: number; readonly data: ArrayLike<number> }): string {
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`
  return path
}
