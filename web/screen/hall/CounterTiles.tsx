import type { CounterView } from '#modules/hall/contract.ts'
import { inScript, useSaid } from '#ui/index.ts'
import { useTurns } from '../frame/use-wall.ts'
import { useText } from '../messages.ts'

/** Three columns of six are what can be read from five metres. */
const AT_ONCE = 18

interface CounterTilesProps {
  readonly counters: readonly CounterView[]
  readonly now: number
}

export function CounterTiles({ counters, now }: CounterTilesProps) {
  const t = useText()
  const { shown, page, pages } = useTurns(counters, AT_ONCE, now)
  const open = counters.filter((counter) => ['open', 'unstaffed'].includes(lookOf(counter))).length
  return (
    <section className="wall-part">
      <h2>
        {t('窗口')}{' '}
        <span className="soft">
          {t('开放 {{open}} 个，共 {{count}} 个', { open, count: counters.length })}
        </span>
        {pages > 1 && (
          <span className="soft wall-page">{t('第 {{page}} / {{count}} 页', { page, count: pages })}</span>
        )}
      </h2>
      {counters.length === 0 && <p className="soft">{t('还没有登记窗口。')}</p>}
      <ul className="tiles">
        {shown.map((counter) => (
          <CounterTile key={counter.counter} counter={counter} />
        ))}
      </ul>
    </section>
  )
}

const LOOKS = {
  unstaffed: { mark: '▲', word: '开放，无人在岗' },
  open: { mark: '●', word: '开放' },
  paused: { mark: '‖', word: '暂停' },
  closed: { mark: '✕', word: '关闭' },
  outside: { mark: '○', word: '非服务时间' },
} as const

function lookOf({ state, declaredNow, unstaffed, clerk }: CounterView): keyof typeof LOOKS {
  if (unstaffed) return 'unstaffed'
  if (state !== 'open') return state
  return declaredNow || clerk ? 'open' : 'outside'
}

/** State by shape and word, and who serves by the name on the badge. */
function CounterTile({ counter }: { readonly counter: CounterView }) {
  const t = useText()
  const said = useSaid()
  const look = lookOf(counter)
  const { mark, word } = LOOKS[look]
  const { clerk, reason, state } = counter
  return (
    <li className={`tile is-${look}`}>
      <p>
        <span className="tile-code">{counter.counter}</span>
        <span className="wall-name">{said(counter.name)}</span>
        {counter.everyDay && <EveryDay />}
      </p>
      <p>
        <span className="tile-state">
          <span aria-hidden="true">{mark}</span> {t(word)}
        </span>
        <span className="wall-name tile-clerk">
          {clerk && state !== 'closed' ? (
            <>
              {clerk.name} <span className="soft">{t('{{badge}} 号', { badge: clerk.badge })}</span>
            </>
          ) : (
            inScript(reason)
          )}
        </span>
      </p>
    </li>
  )
}

/** A 365-day window by its number alone: the tile has no room for more, a screen reader has. */
function EveryDay() {
  const t = useText()
  return (
    <span className="tile-everyday">
      365<span className="visually-hidden">{t('：休息日也开')}</span>
    </span>
  )
}
