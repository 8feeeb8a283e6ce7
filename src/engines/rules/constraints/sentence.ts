import type { Bilingual } from '#kernel/refusal.ts'
import type { Statement, Template } from './constraint.ts'

type Sentence = (first: string, second: string, times: number) => Bilingual

const SENTENCES: Record<Template, Sentence> = {
  existence: (a, _, n) => ({ zh: `“${a}”至少 ${n} 次`, en: `"${a}" at least ${n} ${timesOf(n)}` }),
  atMost: (a, _, n) => ({ zh: `“${a}”至多 ${n} 次`, en: `"${a}" at most ${n} ${timesOf(n)}` }),
  exactly: (a, _, n) => ({ zh: `“${a}”恰好 ${n} 次`, en: `"${a}" exactly ${n} ${timesOf(n)}` }),
  absence: (a) => ({ zh: `不得有“${a}”`, en: `never "${a}"` }),
  init: (a) => ({ zh: `以“${a}”开始`, en: `begins with "${a}"` }),
  end: (a) => ({ zh: `以“${a}”结束`, en: `ends with "${a}"` }),
  choice: (a, b) => ({ zh: `“${a}”与“${b}”至少有其一`, en: `"${a}" or "${b}"` }),
  exclusiveChoice: (a, b) => ({
    zh: `“${a}”与“${b}”有且只有其一`,
    en: `either "${a}" or "${b}", not both`,
  }),
  respondedExistence: (a, b) => ({
    zh: `有“${a}”就须有“${b}”，先后不限`,
    en: `with "${a}" also "${b}", before or after`,
  }),
  coExistence: (a, b) => ({
    zh: `“${a}”与“${b}”同有同无`,
    en: `"${a}" and "${b}" both or neither`,
  }),
  response: (a, b) => ({ zh: `“${a}”之后须有“${b}”`, en: `after "${a}" comes "${b}"` }),
  alternateResponse: (a, b) => ({
    zh: `每次“${a}”之后须先有“${b}”，才可再次“${a}”`,
    en: `after every "${a}" comes "${b}" before the next "${a}"`,
  }),
  chainResponse: (a, b) => ({ zh: `“${a}”之后紧接“${b}”`, en: `"${a}" is directly followed by "${b}"` }),
  precedence: (a, b) => ({ zh: `“${b}”之前须有“${a}”`, en: `"${b}" only after "${a}"` }),
  alternatePrecedence: (a, b) => ({
    zh: `每次“${b}”之前须另有“${a}”`,
    en: `before every "${b}" a "${a}" of its own`,
  }),
  chainPrecedence: (a, b) => ({ zh: `“${b}”须紧接在“${a}”之后`, en: `"${b}" only directly after "${a}"` }),
  succession: (a, b) => ({
    zh: `“${a}”之后须有“${b}”，“${b}”之前须有“${a}”`,
    en: `after "${a}" comes "${b}", and "${b}" only after "${a}"`,
  }),
  alternateSuccession: (a, b) => ({
    zh: `“${a}”与“${b}”逐次交替`,
    en: `"${a}" and "${b}" take turns, "${a}" first`,
  }),
  chainSuccession: (a, b) => ({
    zh: `“${a}”与“${b}”总是紧接着先后发生`,
    en: `"${a}" and "${b}" only directly one after the other`,
  }),
  notCoExistence: (a, b) => ({
    zh: `“${a}”与“${b}”不得并存`,
    en: `"${a}" and "${b}" not in the same case`,
  }),
  notSuccession: (a, b) => ({ zh: `“${a}”之后不得再有“${b}”`, en: `no "${b}" after "${a}"` }),
  notChainSuccession: (a, b) => ({
    zh: `“${a}”之后不得紧接“${b}”`,
    en: `"${a}" not directly followed by "${b}"`,
  }),
}

const timesOf = (times: number) => (times === 1 ? 'time' : 'times')

/** What a constraint asks for, in words that its reader need not have learnt Declare for. */
export const sentenceOf = ({ template, first, second, times }: Statement): Bilingual =>
  SENTENCES[template](first, second, times)
