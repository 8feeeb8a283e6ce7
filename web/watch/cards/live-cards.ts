import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CardRow, listCards, watchCards } from '#modules/supervision/contract.ts'
import { addressOf, call, keyOf } from '#ui/index.ts'

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
/** A browser gives up by itself when the server answers with an error, as it does while it restarts. */
const ANOTHER_TRY_MS = 5_000

/**
 * Listens for cards as they are raised or changed. A changed card is changed where it stands; new ones only wait in
 * `arrived` until the reader asks for them, so that nothing moves under the eyes. What came while the line was lost is
 * looked up when it is back.
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
    const onBack = async () => {
      const { rows } = await call(listCards, { query: { log } })
      for (const card of [...rows].reverse()) onCard(card)
    }
    return listen(addressOf(watchCards, { query: { log } }), {
      onCard,
      onConnection: setConnection,
      // Should the look-up fail too, the next loss and return repeats it.
      onBack: () => void onBack().catch(() => undefined),
    })
  }, [client, log])

  const forget = useCallback(() => setArrived([]), [])
  return { arrived, forget, connection }
}

function changeInPlace(client: QueryClient, card: CardRow): boolean {
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

interface Ears {
  readonly onCard: (card: CardRow) => void
  readonly onConnection: (connection: Connection) => void
  readonly onBack: () => void
}

/** One event stream that comes back by itself; the returned function ends it. */
function listen(address: string, { onCard, onConnection, onBack }: Ears): () => void {
  let source: EventSource
  let silence: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let lost = false

  const lose = () => {
    if (!lost) onConnection({ state: 'lost', since: new Date().toTimeString().slice(0, 5) })
    lost = true
    if (source.readyState !== EventSource.CLOSED) return
    clearTimeout(retry)
    retry = setTimeout(open, ANOTHER_TRY_MS)
  }
  const cutOff = () => {
    source.close()
    lose()
  }
  const hear = () => {
    clearTimeout(silence)
    silence = setTimeout(cutOff, SILENCE_MS)
    onConnection({ state: 'live' })
    if (lost) onBack()
    lost = false
  }
  const open = () => {
    source = new EventSource(address)
    source.addEventListener('open', hear)
    source.addEventListener('alive', hear)
    source.addEventListener('error', lose)
    source.addEventListener('card', (event) => {
      hear()
      onCard(JSON.parse(event.data as string) as CardRow)
    })
  }

  open()
  return () => {
    clearTimeout(silence)
    clearTimeout(retry)
    source.close()
  }
}
