import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText, PurposeQuery } from '#kernel/endpoint.ts'

const Named = z.object({ id: z.string(), name: BilingualText })

/** 效能监督卡 as the complaint centre sees it. */
export const ContactCard = z.object({
  card: z.string(),
  handedTo: Named,
  handedOn: DayText,
  /** When the unit says that it gave it to somebody; null: it lies there. */
  givenOn: DayText.nullable(),
  returned: z
    .object({
      at: InstantText,
      badge: z.string(),
      contactAt: z.string(),
      opinion: z.enum(['satisfied', 'fair', 'dissatisfied']),
      text: z.string(),
      /** Whoever was served says that the unit asked for the card back. */
      collected: z.boolean(),
    })
    .nullable(),
  handled: z.object({ outcome: z.string(), finding: z.string().nullable(), by: z.string() }).nullable(),
  /** Given out long ago, and not come back. */
  missing: z.boolean(),
})
export type ContactCard = z.infer<typeof ContactCard>

export const CardRate = z.object({
  unit: Named,
  handed: z.number(),
  given: z.number(),
  returned: z.number(),
  /** Of those that were given out, in percent; null: none was. */
  rate: z.number().nullable(),
  /** Handed to the unit so long ago, and still lying there. */
  kept: z.number(),
  missing: z.number(),
  collected: z.number(),
})
export type CardRate = z.infer<typeof CardRate>

export const listContactCards = endpoint({
  name: 'listContactCards',
  method: 'GET',
  path: '/api/contact-cards',
  summary: { zh: '效能监督卡和回收率', en: 'Supervision cards and how many come back' },
  guard: 'contactCards.manage',
  recorded: 'listed',
  query: PurposeQuery.extend({ unit: z.string().max(80).optional(), returned: z.enum(['yes']).optional() }),
  answer: z.object({ rows: z.array(ContactCard), rates: z.array(CardRate) }),
})
export const handContactCards = endpoint({
  name: 'handContactCards',
  method: 'POST',
  path: '/api/contact-cards',
  summary: { zh: '向单位发放效能监督卡', en: 'Hand supervision cards to a unit' },
  guard: 'contactCards.manage',
  body: z.object({ unit: z.string().max(80), count: z.number().int().min(1).max(200) }),
  /** The codes are printed on the cards, and told this once. */
  answer: z.object({ cards: z.array(z.object({ card: z.string(), code: z.string() })) }),
})
export const giveContactCard = endpoint({
  name: 'giveContactCard',
  method: 'POST',
  path: '/api/contact-cards/{card}/giving',
  summary: { zh: '登记已把卡交给办事人', en: 'Enter that a card was given to somebody' },
  guard: 'accountability.state',
  params: z.object({ card: z.string().max(20) }),
  body: z.object({ on: DayText }),
  answer: z.object({ card: z.string(), givenOn: DayText }),
})
export const handleContactCard = endpoint({
  name: 'handleContactCard',
  method: 'POST',
  path: '/api/contact-cards/{card}/handling',
  summary: { zh: '处理收回的卡', en: 'Handle a card that came back' },
  guard: 'contactCards.manage',
  params: z.object({ card: z.string().max(20) }),
  body: z.object({
    outcome: z.string().max(500),
    /** A finding of this conduct is opened. */
    conduct: z.string().max(60).nullable().default(null),
    account: z.string().max(80).nullable().default(null),
  }),
  answer: ContactCard,
})

const Proof = { code: z.string().min(4).max(20), jurisdiction: z.string().max(40).optional() }
export const HeldCard = z.object({
  card: z.string(),
  unit: BilingualText,
  returned: z.boolean(),
  /** What became of it, for whoever sent it. */
  outcome: z.string().nullable(),
})
export type HeldCard = z.infer<typeof HeldCard>
export const getHeldCard = endpoint({
  name: 'getHeldCard',
  method: 'GET',
  path: '/api/held-cards/{card}',
  summary: { zh: '凭卡号和校验码看效能监督卡', en: 'A supervision card, by its number and code' },
  guard: 'public',
  params: z.object({ card: z.string().max(20) }),
  query: z.object(Proof),
  answer: HeldCard,
})
export const returnHeldCard = endpoint({
  name: 'returnHeldCard',
  method: 'POST',
  path: '/api/held-cards/{card}',
  summary: {
    zh: '填写效能监督卡，直接送投诉中心',
    en: 'Fill in a supervision card: straight to the complaint centre',
  },
  guard: 'public',
  params: z.object({ card: z.string().max(20) }),
  body: z.object({
    ...Proof,
    badge: z.string().trim().max(40).default(''),
    contactAt: z.string().trim().min(4).max(40),
    opinion: z.enum(['satisfied', 'fair', 'dissatisfied']),
    text: z.string().trim().max(1000).default(''),
    collected: z.boolean().default(false),
  }),
  answer: HeldCard,
})
