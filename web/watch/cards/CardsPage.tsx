import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type CardRow, listCards } from '#modules/supervision/contract.ts'
import { Button, keyOf, Loaded, Notice, Page, type QueryOf, useRows } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { CardFilters } from './CardFilters.tsx'
import { CardItem } from './CardItem.tsx'
import { type Connection, useLiveCards } from './live-cards.ts'
import { useText } from './messages.ts'
import { CARD_FILTERS } from './words.ts'

/** A column that grows at the top without moving what one reads. */
export function CardsPage() {
  const t = useText()
  const client = useQueryClient()
  const [address] = useAddress()
  const filters = Object.fromEntries(CARD_FILTERS.map((name) => [name, address[name]]))
  const cards = useRows(listCards, { query: filters as QueryOf<typeof listCards> })
  const { arrived, forget, connection } = useLiveCards(address.log, (card) => matches(card, filters))
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const filtered = CARD_FILTERS.some((name) => address[name])

  const show = async () => {
    setFresh(new Set(arrived.map((card) => card.card)))
    await client.resetQueries({ queryKey: keyOf(listCards) })
    forget()
    window.scrollTo({ top: 0 })
  }

  return (
    <Page
      title={t('黄红牌')}
      lead={t('规则一触发，牌就到；单位须在期限前说明，由监察认定。')}
      actions={<ConnectionMark connection={connection} />}
    >
      <CardFilters />
      {connection.state === 'lost' && (
        <Notice tone="yellow" role="status">
          {t('实时连接自 {{time}} 起中断，正在重连；下面是中断前的内容。', { time: connection.since })}
        </Notice>
      )}
      <div className="card-pill no-print" role="status">
        {arrived.length > 0 && (
          <Button look="main" onClick={() => void show()}>
            {t('{{count}} 张新牌 — 显示', { count: arrived.length })}
          </Button>
        )}
      </div>
      <Loaded of={cards} empty={filtered ? t('没有符合条件的牌。') : t('没有牌：没有规则在这些办件上触发。')}>
        {({ rows, total }) => (
          <>
            <p className="soft small">{t('共 {{count}} 张', { count: total })}</p>
            <ol className="card-list" data-rows>
              {rows.map((card) => (
                <CardItem key={card.card} card={card} fresh={fresh.has(card.card)} />
              ))}
            </ol>
            {cards.hasNextPage && (
              <div>
                <Button busy={cards.isFetchingNextPage} onClick={() => void cards.fetchNextPage()}>
                  {t('再显示一些')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

type Filters = Partial<Record<(typeof CARD_FILTERS)[number], string>>

const matches = (card: CardRow, filters: Filters): boolean =>
  CARD_FILTERS.every((name) => {
    const asked = filters[name]
    if (!asked || card[name] === asked) return true
    if (name !== 'status') return false
    const { status } = card
    return asked === 'standing'
      ? status !== 'withdrawn'
      : asked === 'unjudged' && (status === 'raised' || status === 'answered')
  })

function ConnectionMark({ connection }: { readonly connection: Connection }) {
  const t = useText()
  if (connection.state === 'lost') return null
  return (
    <span className="small soft no-print">
      {connection.state === 'live' ? `● ${t('实时接收中')}` : t('正在连接…')}
    </span>
  )
}
