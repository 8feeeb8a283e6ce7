import { sayCount } from '#ui/index.ts'
import { useText } from './messages.ts'
import { bandWords } from './waiting.ts'

interface MapLegendProps {
  readonly limitSeconds: number | null | undefined
  readonly omitted: number
}

/** What width, colour and dashes mean. Every wait also stands in words on the arrow and in the tables. */
export function MapLegend({ limitSeconds, omitted }: MapLegendProps) {
  const t = useText()
  return (
    <div className="map-legend small" role="group" aria-label={t('图例')}>
      <Sample className="map-wait-0" width={6} text={t('线越粗，办件越多')} />
      <Sample className="map-wait-0 is-off" width={2.5} text={t('虚线：不在公布流程里')} />
      <Sample className="is-absent" width={1.5} text={t('点线：公布了，所示路径没有走过')} />
      <span className="soft">{t('等待（中位）')}</span>
      {bandWords(limitSeconds).map((words, band) => (
        <Sample key={words} className={`map-wait-${band}`} width={4} text={t(words)} />
      ))}
      {omitted > 0 && (
        <span className="soft">
          {t('另有 {{said}} 条最细的线只列在文字版里。', { count: omitted, said: sayCount(omitted) })}
        </span>
      )}
    </div>
  )
}

interface SampleProps {
  readonly className: string
  readonly width: number
  readonly text: string
}

function Sample({ className, width, text }: SampleProps) {
  return (
    <span className="map-sample">
      <svg width={28} height={12} aria-hidden="true">
        <g className={`map-edge ${className}`}>
          <line className="map-line" x1={1} x2={27} y1={6} y2={6} strokeWidth={width} />
        </g>
      </svg>
      {text}
    </span>
  )
}
