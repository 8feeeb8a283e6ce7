import { type PointerEvent, type RefObject, useRef } from 'react'
import { Button } from '#ui/index.ts'
import { useText } from './messages.ts'

export type Drawn = () => Promise<Blob | null>

/** A finger's signature; `given` tells it as a picture, or null while nothing is drawn. */
export function Signature({ given }: { readonly given: RefObject<Drawn> }) {
  const t = useText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = useRef(false)
  given.current = () =>
    new Promise((resolve) =>
      drawn.current && canvas.current ? canvas.current.toBlob(resolve, 'image/png') : resolve(null),
    )

  const stroke = (event: PointerEvent<HTMLCanvasElement>, begins: boolean) => {
    const pen = canvas.current?.getContext('2d')
    if (!canvas.current || !pen || (!begins && event.buttons === 0)) return
    const box = canvas.current.getBoundingClientRect()
    const [x, y] = [
      ((event.clientX - box.left) * canvas.current.width) / box.width,
      ((event.clientY - box.top) * canvas.current.height) / box.height,
    ]
    pen.lineWidth = 3
    pen.lineCap = 'round'
    if (begins) pen.beginPath()
    else pen.lineTo(x, y)
    pen.moveTo(x, y)
    pen.stroke()
    drawn.current = drawn.current || !begins
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, canvas.current.width, canvas.current.height)
    drawn.current = false
  }
  return (
    <div>
      <canvas
        ref={canvas}
        className="inspect-signature"
        width={600}
        height={200}
        role="img"
        aria-label={t('手写签名')}
        onPointerDown={(event) => stroke(event, true)}
        onPointerMove={(event) => stroke(event, false)}
      />
      <Button look="quiet" onClick={clear}>
        {t('清除签名')}
      </Button>
    </div>
  )
}
