import type { SourceView } from '#modules/supervision/contract.ts'
import { sayCount } from '#ui/index.ts'
import { useText } from './messages.ts'

const [DAYS, HEIGHT, BAR] = [62, 28, 3]
/** A day on which something so old arrived is marked: it was kept back. */
const KEPT_BACK_DAYS = 3
const DAY_MS = 86_400_000

/** Two months of a source, a bar a day: how much arrived, empty where nothing did, marked where it was kept back. */
export function SourcePicture({ days }: { readonly days: SourceView['days'] }) {
  const t = useText()
  const last = days.at(-1)
  if (!last) return null
  const most = Math.max(...days.map(({ messages }) => messages))
  const end = Date.parse(last.day)
  const said = t('两个月里 {{days}} 天有上报，最多一天 {{most}} 条', {
    days: sayCount(days.length),
    most: sayCount(most),
  })
  return (
    <svg className="source-picture" role="img" aria-label={said} viewBox={`0 0 ${DAYS * BAR} ${HEIGHT}`}>
      <title>{said}</title>
      {days.map(({ day, messages, oldestDays }) => {
        const height = Math.max(2, (messages / most) * (HEIGHT - 4))
        const back = Math.round((end - Date.parse(day)) / DAY_MS)
        if (back >= DAYS) return null
        return (
          <rect
            key={day}
            className={oldestDays > KEPT_BACK_DAYS ? 'is-kept-back' : undefined}
            x={(DAYS - 1 - back) * BAR}
            y={HEIGHT - height}
            width={BAR - 1}
            height={height}
          />
        )
      })}
      <line x1={0} x2={DAYS * BAR} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  )
}
