import { businessPhrases } from './business.ts'
import { landPhrases } from './land.ts'
import { livingPhrases } from './living.ts'
import type { Everyday } from './phrase.ts'
import { workPhrases } from './work.ts'

/** Items bring phrases of their own; these hold for every place. */
export const everydayPhrases: readonly Everyday[] = [
  ...livingPhrases,
  ...businessPhrases,
  ...workPhrases,
  ...landPhrases,
]

/** 怎么、我想、需要……: said around the matter and not part of it. */
const FILLER =
  /我想要?|我要|想要|请问|怎么样?|怎样|如何|哪里|去哪儿?|在哪儿?|需要|什么|材料|手续|可以|能不能|能否|帮我|我家|我们|办一?个|办一?张|办理|一个|一家|一张|申请|个|家|吗|呢|吧|的|了|想|给|我/g

export const withoutFiller = (run: string): string => run.replace(FILLER, '')

interface Heard {
  /** Each way of saying it, by the words that must all be there. */
  readonly ways: readonly { readonly pieces: readonly string[]; readonly length: number }[]
  readonly means: readonly string[]
}

/** Taken apart once: every question looks through them all. */
const heardPhrases: readonly Heard[] = everydayPhrases.map(({ say, means }) => ({
  ways: say.map((words) => ({ pieces: words.split(' '), length: words.length })),
  means,
}))

/** The catalogue's words for what was said; what answers more of the words comes first. */
export function meaningsOf(asked: string): string[] {
  const bare = withoutFiller(asked)
  const said = bare === asked ? [asked] : [asked, bare]
  const heard = heardPhrases.flatMap(({ ways, means }) => {
    let longest = 0
    for (const { pieces, length } of ways)
      if (length > longest && said.some((text) => pieces.every((piece) => text.includes(piece))))
        longest = length
    return longest === 0 ? [] : [{ longest, means }]
  })
  return [...new Set(heard.sort((a, b) => b.longest - a.longest).flatMap(({ means }) => means))]
}
