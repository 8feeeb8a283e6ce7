import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CardRow, listCards, watchCards } from '#modules/supervision/contract.ts'
import { addressOf, keyOf } from '#ui/index.ts'

interface CardsPage {
  readonly rows: CardRow[]
  readonly next: string | null
  readonly total: number
}

export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: string }

/** The server says "alive" every fifteen seconds; after three silent ones the line counts as lost. */
const SILENCE_MS = 45_000

/**
 * Listens for cards as they are raised or changed. A changed card is changed where it stands; new ones only wait in
 * `arrived` until the reader asks for them, so that nothing moves under the eyes.
 */
export function useLiveCards(log: string | undefined, isShown: (card: CardRow) => boolean) {
  const client = useQueryClient()
  const [arrived, setArrived] = useState<readonly CardRow[]>([])
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' })
  const shown = useRef(isShown)
  shown.current = isShown

  useEffect(() => {
    const onCard = (card: CardRow) => {
      if (changeInPlace(client, card)) return
      if (shown.current(card)) setArrived((now) => [card, ...now.filter((other) => other.card !== card.card)])
    }
    return listen(addressOf(watchCards, { query: { log } }), onCard, setConnection)
  }, [client, log])

  const forget = useCallback(() => setArrived([]), [])
  return { arrived, forget, connection }
}

function changeInPlace(client: ReturnType<typeof useQueryClient>, card: CardRow): boolean {
  let found = false
  client.setQueriesData<InfiniteData<CardsPage>>({ queryKey: keyOf(listCards) }, (data) => {
    if (!data) return data
    const pages = data.pages.map((page) => {
      if (!page.rows.some((row) => row.card === card.card)) return page
      found = true
      return { ...page, rows: page.rows.map((row) => (row.card === card.card ? card : row)) }
    })
    return found ? { ...data, pages } : data
  })
  return found
}

function listen(
  address: string,
  onCard: (card: CardRow) => void,
  onConnection: (connection: Connection) => void,
) {
  const source = new EventSource(address)
  let silence: ReturnType<typeof setTimeout> | undefined
  let lost = false

  const lose = () => {
    if (lost) return
    lost = true
    onConnection({ state: 'lost', since: new Date().toTimeString().slice(0, 5) })
  }
  const hear = () => {
    lost = false
    clearTimeout(silence)
    silence = setTimeout(lose, SILENCE_MS)
    onConnection({ state: 'live' })
  }

  source.addEventListener('open', hear)
  source.addEventListener('alive', hear)
  source.addEventListener('error', lose)
  source.addEventListener('card', (event) => {
    hear()
    onCard(JSON.parse(event.data as string) as CardRow)
  })
  return () => {
    clearTimeout(silence)
    source.close()
  }
}
