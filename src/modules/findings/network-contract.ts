import { z } from 'zod'
import { BilingualText, DayText, endpoint, PurposeQuery } from '#kernel/endpoint.ts'
import { FindingRow } from './finding-contract.ts'

/** Something a source knows that is no finding (yet): a card, a rating, a visit, a complaint. */
export const NetworkItem = z.object({
  source: z.string(),
  sourceName: BilingualText,
  /** Its stream, such as `card/…`. */
  id: z.string(),
  on: DayText,
  text: z.string(),
  state: BilingualText,
  /** The finding that it is part of: then it counts there and nowhere else. */
  finding: z.string().nullable(),
})
export type NetworkItem = z.infer<typeof NetworkItem>

/** 监督网络: everything about one unit, person, badge or matter; each fact once, with all who told it. */
export const getNetwork = endpoint({
  name: 'getNetwork',
  method: 'GET',
  path: '/api/finding-network',
  summary: {
    zh: '监督网络：一个单位、人员或者事项的全部情况',
    en: 'Everything about one unit, person or matter',
  },
  guard: 'findings.read',
  recorded: 'opened',
  query: PurposeQuery.extend({
    unit: z.string().max(80).optional(),
    account: z.string().max(80).optional(),
    /** Of its unit, which is named beside it: what came by way of cases is found by both. */
    post: z.string().max(80).optional(),
    badge: z.string().max(80).optional(),
    matter: z.string().max(200).optional(),
  }),
  answer: z.object({
    /** Facts, each counted once. */
    facts: z.number().int(),
    /** How many sources told of them. */
    told: z.number().int(),
    findings: z.array(FindingRow),
    items: z.array(NetworkItem),
  }),
})
