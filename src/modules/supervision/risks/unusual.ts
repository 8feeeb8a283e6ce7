import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { FoundAct } from './store.ts'

/** 暗箱操作 shows like this: nobody there to see it, handed on just before the end, or no reason given. Undefined: usual. */
export function unusualBecause(
  { kind, mark, happenedAt }: Pick<FoundAct, 'kind' | 'mark' | 'happenedAt'>,
  works: (at: EpochMs) => boolean,
): Bilingual | undefined {
  if (mark === 'unreasoned') return { zh: '没有写明理由或依据', en: 'no reasons or basis given' }
  if (kind === 'transferred')
    return mark === 'lastMinute'
      ? { zh: '临近期限才移交', en: 'handed on just before the end of the limit' }
      : undefined
  if (works(happenedAt)) return undefined
  return kind === 'corrected'
    ? { zh: '在办公时间以外更正', en: 'corrected outside office hours' }
    : { zh: '在办公时间以外作出决定', en: 'decided outside office hours' }
}
