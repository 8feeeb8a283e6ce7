import { getQueue, type HallView, type QueueBoard, watchQueue } from '#modules/hall/contract.ts'
import { inScript, sayCount, useLiveAnswer, useSaid } from '#ui/index.ts'
import { WallFrame } from '../frame/WallFrame.tsx'
import { useText } from '../messages.ts'
import { Sound, useAnnounced } from './Sound.tsx'
import './queue.css'

interface QueueWallProps {
  readonly hall: HallView
  readonly jurisdiction: string | undefined
}

const ASKED_EVERY_SECONDS = 20

/** 叫号屏: who is called where, who comes next, and how long it may take. Numbers only, nobody's name. */
export function QueueWall({ hall, jurisdiction }: QueueWallProps) {
  const said = useSaid()
  const t = useText()
  const given = { params: { hall: hall.hall }, query: { jurisdiction } }
  const queue = useLiveAnswer(getQueue, given, { stream: watchQueue, event: 'queue' })
  return (
    <WallFrame
      of={queue}
      everySeconds={ASKED_EVERY_SECONDS}
      title={() => said(hall.name)}
      foot={() => t('过号请到导办台重新排队；老年人、残疾人等依规优先。')}
    >
      {(board) => (
        <div className="wall-columns queue-wall">
          <Serving serving={board.serving} />
          <div className="wall-column">
            <Groups groups={board.groups} />
            <Announcing serving={board.serving} />
          </div>
        </div>
      )}
    </WallFrame>
  )
}

type Called = QueueBoard['serving'][number]

const SHOWN = 8

function Serving({ serving }: { readonly serving: readonly Called[] }) {
  const t = useText()
  const said = useSaid()
  return (
    <section className="wall-part" aria-live="polite">
      <h2>{t('请到窗口')}</h2>
      {serving.length === 0 && <p className="soft">{t('现在没有叫号。')}</p>}
      <ol className="called">
        {serving.slice(0, SHOWN).map(({ number, counter, counterName, place, calledAt, calls }) => (
          <li key={`${number}/${calledAt}/${calls}`}>
            <strong className="called-number">{number}</strong>
            <span className="called-arrow" aria-hidden="true">
              →
            </span>
            <span className="called-counter">{counter}</span>
            <span className="wall-name soft">
              {said(counterName)} {inScript(place)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Groups({ groups }: Pick<QueueBoard, 'groups'>) {
  const t = useText()
  const said = useSaid()
  return (
    <section className="wall-part wall-grow">
      <h2>{t('等候')}</h2>
      <ul className="wall-list">
        {groups.map(({ group, name, waiting, expectedMinutes, next }) => (
          <li key={group} className="queue-group">
            <span className="wall-name">
              {group} {said(name)}
              <span className="soft queue-next">{next.join('  ')}</span>
            </span>
            <span className="wall-value">
              {t('{{count}} 人', { count: sayCount(waiting) })}
              <span className="soft queue-next">
                {expectedMinutes === null
                  ? t('现在无人叫号')
                  : t('约 {{minutes}} 分钟', { minutes: Math.ceil(expectedMinutes) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Announcing({ serving }: { readonly serving: readonly Called[] }) {
  const announcing = useAnnounced(serving)
  return <Sound {...announcing} />
}
