import type { Bilingual } from '#kernel/refusal.ts'

/** What may stand between somebody who judges and whom he judges (公务员法 76, 政府督查工作条例 17). */
export const RELATIONS = ['kin', 'marriage', 'served', 'interest', 'friend', 'other'] as const
export type RelationKind = (typeof RELATIONS)[number]

export const RELATION_WORDS: Readonly<Record<RelationKind, Bilingual>> = {
  kin: { zh: '亲属（血亲）', en: 'kin' },
  marriage: { zh: '夫妻、姻亲', en: 'by marriage' },
  served: { zh: '曾在该单位任职', en: 'served there' },
  interest: { zh: '利害关系', en: 'an interest in it' },
  friend: { zh: '同学、战友、朋友', en: 'a friend' },
  other: { zh: '其他可能影响公正的情形', en: 'something else' },
}

export const CONFLICTS = ['self', 'ownUnit', 'served', 'declared'] as const
export type ConflictKind = (typeof CONFLICTS)[number]
