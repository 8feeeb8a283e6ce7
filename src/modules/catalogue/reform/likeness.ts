import { dice } from '#kernel/likeness.ts'
import type { ItemContent } from '../contract.ts'
import { chineseRuns, pairsOf } from '../search/words.ts'

/** 换个名字继续审批: how alike two items are by name, basis and materials, each 0 to 1 (Dice). */
export function likenessOf(one: Compared, other: Compared) {
  const alike = {
    name: dice(pairs(one.name.zh), pairs(other.name.zh)),
    basis: dice(laws(one), laws(other)),
    materials: dice(papers(one), papers(other)),
  }
  return {
    alike,
    likeness: round(
      alike.name * WEIGHT.name + alike.basis * WEIGHT.basis + alike.materials * WEIGHT.materials,
    ),
  }
}

export type Compared = Pick<ItemContent, 'name' | 'basis' | 'materials'>

/** A new name is the cheapest disguise, so law and papers together weigh more than it. */
const WEIGHT = { name: 0.4, basis: 0.3, materials: 0.3 }

const round = (value: number) => Math.round(value * 100) / 100

/** What catalogues say of nearly every item says nothing about this one. */
const COMMON = /审批|许可证?|核发|办理|登记|备案|认定|申请|证明|审核/g
const pairs = (name: string) => chineseRuns(name.replaceAll(COMMON, ' ')).flatMap(pairsOf)
const laws = ({ basis }: Compared) =>
  basis.map(({ law, article }) => `${law.replaceAll(/[《》]/g, '')} ${article}`)
const papers = ({ materials }: Compared) => materials.map(({ name }) => name.zh)
