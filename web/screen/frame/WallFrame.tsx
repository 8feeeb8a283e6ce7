import { type ReactNode, useEffect } from 'react'
import { dayOf, Failed, type ProblemError, sayDay, useLanguage, Waiting } from '#ui/index.ts'
import { useText } from '../messages.ts'
import { timeText, useServerNow } from './use-wall.ts'

interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: ProblemError | null
  readonly dataUpdatedAt: number
  readonly refetch: () => unknown
}

interface WallFrameProps<Data> {
  readonly of: Asked<Data>
  readonly everySeconds: number
  readonly title: (data: Data) => string
  readonly foot?: (data: Data) => ReactNode
  readonly children: (data: Data, now: number) => ReactNode
}

/**
 * Title, clock, and what one must know of the figures: of when they are, and since when no new ones came. What was
 * read last stays on the wall through a lost connection and a restart of the server; asking goes on.
 */
export function WallFrame<Data extends { readonly at: string }>(props: WallFrameProps<Data>) {
  const { of, everySeconds, title, foot, children } = props
  const { data, error, dataUpdatedAt } = of
  const t = useText()
  const language = useLanguage()
  const now = useServerNow(data && { at: data.at, heardAt: dataUpdatedAt })
  const name = data ? title(data) : t('大屏')

  useEffect(() => {
    document.title = `${name} · 效能 Xiaoneng`
  }, [name])

  if (!data) {
    return (
      <main className="screen-alone">
        {error ? <Failed problem={error} again={of.refetch} /> : <Waiting />}
      </main>
    )
  }
  const heard = timeText(Date.parse(data.at))
  return (
    <main className="wall">
      <header className="wall-head">
        <h1>{name}</h1>
        <p className="wall-day">{sayDay(dayOf(data.at), language)}</p>
        <p className="wall-clock">{timeText(now)}</p>
      </header>
      {children(data, now)}
      {error ? (
        <p className="wall-foot wall-lost" role="alert">
          <span aria-hidden="true">▲</span>{' '}
          {t('连接中断：自 {{time}} 起没有新数据，屏上是当时的内容，正在重连。', { time: heard })}
        </p>
      ) : (
        <footer className="wall-foot">
          <span>{foot?.(data)}</span>
          <span>
            {t('更新于 {{time}}', { time: heard })} · {t('每 {{seconds}} 秒更新', { seconds: everySeconds })}
          </span>
        </footer>
      )}
    </main>
  )
}

interface BigFigureProps {
  readonly label: string
  readonly value: string
  readonly look?: 'yellow' | 'red' | undefined
  readonly mark?: string
}

export function BigFigure({ label, value, look, mark }: BigFigureProps) {
  return (
    <div className={look ? `big-figure is-${look}` : 'big-figure'}>
      <dt>{label}</dt>
      <dd>
        {mark && <span aria-hidden="true">{mark} </span>}
        {value}
      </dd>
    </div>
  )
}
