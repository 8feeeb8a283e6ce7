import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { sayCount, sayShare } from '#ui/index.ts'
import { useText } from './messages.ts'
import { stopOf, variantStops } from './variant-stops.ts'

interface VariantSliderProps {
  readonly shown: number
  readonly total: number
  /** Of all cases of the log, how many the shown variants hold. */
  readonly share: number
  readonly onChange: (variants: number) => void
}

const SLIDING_PAUSE_MS = 200

/** From the main path to every variant. The map follows when the slider rests. */
export function VariantSlider({ shown, total, share, onChange }: VariantSliderProps) {
  const t = useText()
  const id = useId()
  const stops = useMemo(() => variantStops(total), [total])
  const [place, setPlace] = useState(stopOf(stops, shown))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => setPlace(stopOf(stops, shown)), [stops, shown])
  useEffect(() => () => clearTimeout(timer.current), [])

  const slide = (next: number) => {
    setPlace(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onChange(stops[next] ?? shown), SLIDING_PAUSE_MS)
  }
  const said = t('{{shown}} 种路径，共 {{total}} 种；覆盖 {{share}} 的办件', {
    shown: sayCount(stops[place] ?? shown),
    total: sayCount(total),
    share: sayShare(Math.min(1, share)),
  })
  return (
    <div className="variant-slider">
      <label htmlFor={id}>{t('路径数')}</label>
      <div className="variant-range no-print">
        <input
          id={id}
          type="range"
          min={0}
          max={stops.length - 1}
          step={1}
          value={place}
          aria-valuetext={said}
          onChange={({ target }) => slide(Number(target.value))}
        />
        <span className="small soft">{t('只看主路径')}</span>
        <span className="small soft">{t('全部路径')}</span>
      </div>
      <output htmlFor={id} className="small">
        {said}
      </output>
    </div>
  )
}
