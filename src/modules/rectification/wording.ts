import { likenessOf } from './likeness.ts'

/** Phrases by which nothing is said: "style to be improved". */
const VAGUE =
  /(有待|亟待|仍需|还需|需要|须)(进一步)?(改进|提高|加强|改善|完善|提升)|(不够|不太)(到位|深入|扎实|强|高|实)|(作风|意识|能力|水平|效率)(不强|不高|不足|欠缺|较差|不实)|存在(一些|一定|某些)?(问题|不足|差距)/
/** What makes an entry one thing that happened: a day, a number, a name in quotes or brackets, a place, a person asked. */
const CONCRETE =
  /[0-9０-９一二三四五六七八九十]+(月|日|天|次|件|元|个|名|小时|分钟|号|年)|[“「《（]|窗口|岗位|办件|项目|路|村|社区/

/** 笼统: says how it is in general, and of nothing that happened. */
export function isVague(fact: string): boolean {
  const text = fact.trim()
  if ([...text].length < 8) return true
  return VAGUE.test(text) && !CONCRETE.test(text)
}

const NUMBERED =
  /(?:^|[。；;\s\n，,：:])(?:[一二三四五六七八九]是|[（(]?[1-9一二三四五六七八九][)）、.．](?!\d))/g

/** How many problems one entry lists: 一是…二是…, 1. 2. 3., or sentences set apart by semicolons. */
export function problemsIn(fact: string): number {
  const numbered = fact.match(NUMBERED)?.length ?? 0
  const apart = fact.split(/[；;]/).filter((part) => part.trim().length >= 6).length
  return Math.max(1, numbered, apart)
}

const FIRM = /(必须|全部|全面|一律|立即|杜绝|完成|建成|取消|降至|不超过|到位|保证|确保)/g
const SOFT = /(争取|力争|尽量|尽可能|逐步|适时|基本|原则上|努力|推动|探索|研究)/g
const NUMBERS = /\d+(?:\.\d+)?/g

const countOf = (text: string, words: RegExp) => text.match(words)?.length ?? 0

export interface Promised {
  readonly action: string
  readonly result: string
  readonly dueOn: string
}

export const WEAKENINGS = ['later', 'numberGone', 'softer', 'shorter', 'otherThing'] as const
export type Weakening = (typeof WEAKENINGS)[number]

/** 弱化: in which ways a promise says less than another: later, without its numbers, in softer words, half as long. */
export function weakerThan(now: Promised, before: Promised): Weakening[] {
  const [new_, old] = [`${now.action}。${now.result}`, `${before.action}。${before.result}`]
  const numbers = new Set(new_.match(NUMBERS) ?? [])
  const found: Weakening[] = []
  if (now.dueOn > before.dueOn) found.push('later')
  if ((old.match(NUMBERS) ?? []).some((number) => !numbers.has(number))) found.push('numberGone')
  const firmer = (text: string) => countOf(text, FIRM) - countOf(text, SOFT)
  if (countOf(new_, SOFT) > countOf(old, SOFT) && firmer(new_) < firmer(old)) found.push('softer')
  if (new_.length * 10 < old.length * 6) found.push('shorter')
  if (found.length === 0 && new_ !== old && likenessOf(new_, old) < 20) found.push('otherThing')
  return found
}
