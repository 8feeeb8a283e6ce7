import { createHash } from 'node:crypto'
import type { StoredEvent } from '#engines/ledger/index.ts'
import type { CardEvent } from './card.ts'
import type { ListedCard } from './card-store.ts'
import { type CardCell, cardCellNumber } from './cells.ts'

const CARD_EVENTS: ReadonlySet<string> = new Set<CardEvent['type']>([
  'CardRaised',
  'CardAnswered',
  'CardJudged',
  'CardWithdrawn',
  'CardFactNoted',
  'CardObjected',
  'CardObjectionDecided',
])

export const isCardEvent = (event: StoredEvent): boolean =>
  event.stream.startsWith('card/') && CARD_EVENTS.has(event.type)

export const cardOfStream = (stream: string): string => stream.slice('card/'.length)

/** The ledger's event as the union the card understands. */
export const cardEvent = (event: StoredEvent): CardEvent =>
  ({ type: event.type, data: event.payload }) as unknown as CardEvent

/** A row of the card list after one more event of its stream. */
export function listCard(row: ListedCard | undefined, event: StoredEvent): ListedCard | undefined {
  const happened = cardEvent(event)
  if (happened.type === 'CardRaised') {
    const { card, rule, level, log, caseId, unit, effectiveAt, replyBy, because } = happened.data
    const raised = {
      card,
      rule,
      level,
      status: 'raised' as const,
      log,
      caseId,
      unit,
      stillFound: true,
      effectiveAt: Date.parse(effectiveAt),
      raisedAt: event.recordedAt,
      replyBy,
      answeredAt: null,
      answerMark: null,
      becauseZh: because.zh,
      becauseEn: because.en,
      version: event.version,
    }
    return { ...raised, cell: cardCellNumber(cardCell(raised)) }
  }
  if (!row) return undefined
  const next = { ...row, ...changeOf(happened, event), version: event.version }
  return { ...next, cell: cardCellNumber(cardCell(next)) }
}

function changeOf(
  happened: Exclude<CardEvent, { type: 'CardRaised' }>,
  event: StoredEvent,
): Partial<ListedCard> {
  switch (happened.type) {
    case 'CardAnswered':
      return { status: 'answered', answeredAt: event.recordedAt, answerMark: answerMark(happened.data.text) }
    case 'CardJudged':
      return { status: happened.data.outcome }
    case 'CardWithdrawn':
      return { status: 'withdrawn' }
    case 'CardFactNoted':
      return { stillFound: happened.data.stillFound }
    case 'CardObjected':
    case 'CardObjectionDecided':
      return {}
  }
}

export const cardCell = (card: Omit<ListedCard, 'cell'>): CardCell => ({
  log: card.log,
  unit: card.unit,
  rule: card.rule,
  level: card.level,
  status: card.status,
  month: new Date(card.effectiveAt).toISOString().slice(0, 7),
})

/** Whether somebody still has to do something about it. */
export const isOpenCard = ({ status }: Pick<ListedCard, 'status'>): boolean =>
  status === 'raised' || status === 'answered'

/** The same words in other spacing and with other signs are the same words. */
export const answerMark = (text: string): string =>
  createHash('sha256')
    .update(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{P}\p{S}]/gu, ''),
    )
    .digest('hex')
