import { useEffect, useState } from 'react'

/** The server's time now: what its last answer said, moved on by this browser's clock. A wall's own clock is often wrong. */
export function useServerNow(answer: { readonly at: string; readonly heardAt: number } | undefined): number {
  const [local, setLocal] = useState(() => Date.now())
  useEffect(() => {
    const ticking = setInterval(() => setLocal(Date.now()), 1000)
    return () => clearInterval(ticking)
  }, [])
  if (!answer) return local
  return Date.parse(answer.at) + Math.max(0, local - answer.heardAt)
}

/** `14:03:09` in the hall's own zone, wherever the wall believes itself to be. */
export const timeText = (at: number): string => inZone.format(at)
const inZone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const TURN_MS = 12_000

/** What does not fit at once takes turns: nobody scrolls a wall. */
export function useTurns<Row>(rows: readonly Row[], size: number, now: number) {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.floor(now / TURN_MS) % pages
  return { shown: rows.slice(page * size, (page + 1) * size), page: page + 1, pages }
}
