import { getHallBoard, type HallBoard } from '#modules/hall/contract.ts'
import { sayCount, sayNumber, useAnswer, useSaid } from '#ui/index.ts'
import { BigFigure, WallFrame } from '../frame/WallFrame.tsx'
import { useText } from '../messages.ts'
import { CounterTiles } from './CounterTiles.tsx'

const EVERY_SECONDS = 5

interface HallWallProps {
  readonly hall: string | undefined
  readonly jurisdiction: string | undefined
}

/** 大厅屏: which counters are open, who serves there, and how the day goes. Nothing in it belongs to an applicant. */
export function HallWall({ hall, jurisdiction }: HallWallProps) {
  const t = useText()
  const said = useSaid()
  const board = useAnswer(getHallBoard, { query: { hall, jurisdiction } }, { every: EVERY_SECONDS * 1000 })
  return (
    <WallFrame
      of={board}
      everySeconds={EVERY_SECONDS}
      title={({ hall: { name } }) => said(name)}
      foot={({ worksToday, hall: { phone } }) =>
        worksToday
          ? phone && t('工作牌号可在门户查询，投诉请拨 {{phone}}。', { phone })
          : t('今天休息日，365 窗口照常服务。')
      }
    >
      {({ figures, counters }, now) => (
        <>
          <DayFigures figures={figures} />
          <div className="wall-columns">
            <CounterTiles counters={counters} now={now} />
            <div className="wall-column">
              <Asked asked={figures.asked} />
              <Overdue overdue={figures.overdue} />
            </div>
          </div>
        </>
      )}
    </WallFrame>
  )
}

type Figures = HallBoard['figures']

function DayFigures({ figures }: { readonly figures: Figures }) {
  const t = useText()
  const { received, accepted, concluded, open, waitMinutes } = figures
  return (
    <dl className="big-figures">
      <BigFigure label={t('今日收件')} value={sayCount(received)} />
      <BigFigure label={t('今日受理')} value={sayCount(accepted)} />
      <BigFigure label={t('今日办结')} value={sayCount(concluded)} />
      <BigFigure label={t('受理等候（中位）')} value={useWaitText()(waitMinutes)} />
      <BigFigure label={t('在办')} value={sayCount(open)} />
    </dl>
  )
}

/** What was sent over night waits hours, what is handed over a counter minutes. */
function useWaitText(): (minutes: number | null) => string {
  const t = useText()
  return (minutes) => {
    if (minutes === null) return '—'
    return minutes < 120
      ? t('{{count}} 分钟', { count: Math.round(minutes) })
      : t('{{count}} 小时', { count: sayNumber(minutes / 60) })
  }
}

function Asked({ asked }: Pick<Figures, 'asked'>) {
  const t = useText()
  const said = useSaid()
  return (
    <section className="wall-part wall-grow">
      <h2>{t('近30天常办事项')}</h2>
      {asked.length === 0 && <p className="soft">{t('近 30 天没有收件。')}</p>}
      <ol className="wall-list">
        {asked.slice(0, 5).map(({ item, name, cases }) => (
          <li key={item}>
            <span className="wall-name">{said(name)}</span>
            <span className="wall-value">{t('{{count}} 件', { count: cases })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Overdue({ overdue }: Pick<Figures, 'overdue'>) {
  const t = useText()
  const said = useSaid()
  return (
    <section className="wall-part">
      <h2>{t('超期在办')}</h2>
      {overdue.length === 0 && <p className="soft">{t('没有超期在办的件。')}</p>}
      <ol className="wall-list">
        {overdue.slice(0, 4).map(({ unit, name, cases }) => (
          <li key={unit}>
            <span className="wall-name">{said(name)}</span>
            <span className="wall-value">{t('{{count}} 件', { count: cases })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
