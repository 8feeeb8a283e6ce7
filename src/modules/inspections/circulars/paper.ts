import { type Circular, levelNow, standingFacts } from './circular.ts'
import { CIRCULAR_KIND_WORDS, LEVEL_WORDS, PERSON_TYPE_WORDS } from '../circular-shapes.ts'

/** What the paper says: facts by unit and office, never by name. */
export function paperOf(
  state: Circular,
  units: readonly { readonly id: string; readonly name: string }[],
): Record<string, unknown> {
  const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.name ?? unit
  const facts = standingFacts(state)
  const concerned = [...new Set(facts.map(({ unit }) => unit))]
  const level = levelNow(state)
  return {
    heading: state.title,
    addressee: level === 'unit' ? concerned.map(nameOf).join('、') : '各单位',
    lead: [
      `现将${state.source}发现的问题（${facts.length} 个，涉及 ${concerned.length} 个单位）通报如下（${CIRCULAR_KIND_WORDS[state.kind].zh}）：`,
    ],
    lines: facts.map(
      ({ unit, personType, fact, measure, happenedOn }) =>
        `${nameOf(unit)}${personType ? PERSON_TYPE_WORDS[personType].zh : ''}：${happenedOn}，${sentenceOf(fact)}处理：${sentenceOf(measure)}`,
    ),
    closing: [
      '各单位应当引以为戒，对照检查，按期签收并报告整改情况。',
      `公开层级：${LEVEL_WORDS[level].zh}。`,
    ],
  }
}

const sentenceOf = (text: string) => (/[。！？；]$/.test(text) ? text : `${text}。`)
