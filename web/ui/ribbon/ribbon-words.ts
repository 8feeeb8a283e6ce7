import { useLanguage, useSaid } from '../language/catalogue.ts'
import { sayDay } from '../language/dates.ts'
import { useText } from '../messages.ts'
import { partOf, type RibbonCell } from './ribbon-layout.ts'
import type { RibbonMark } from './RibbonMark.tsx'

/** `2026年3月5日 (周四)：工作日，计入第 3 日。…` */
export function useDayWords(): (cell: RibbonCell) => string {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return ({ of, count, today }) => {
    const parts = {
      trigger: () => t('起算日（不计）'),
      suspended: () => t('中止期间，不计'),
      madeUp: () => `${t('调休上班日')} · ${t('工作日，计入第 {{n}} 日', { n: count ?? 0 })}`,
      working: () => t('工作日，计入第 {{n}} 日', { n: count ?? 0 }),
      unannounced: () => t('未公布，暂按星期推算'),
      resting: () => t('休息日'),
      uncounted: () => t('不计'),
    }
    const what = [parts[partOf(of)](), of.extended && t('延期'), today && t('今天')]
      .filter(Boolean)
      .join(' · ')
    const source = of.source ? ` ${t('依据：{{source}}', { source: of.source })}` : ''
    const colon = language === 'en' ? ': ' : '：'
    const stop = language === 'en' ? '. ' : '。'
    return `${sayDay(of.day, language)}${colon}${what}${stop}${said(of.why)}${source}`
  }
}

/** The whole ribbon in one sentence, for those who do not see it and for paper. */
export function useSummary(cells: readonly RibbonCell[], marks: readonly RibbonMark[]): string {
  const t = useText()
  const language = useLanguage()
  const due = marks.find((mark) => mark.shape !== 'concluded')?.day ?? cells.at(-1)?.of.day ?? ''
  const suspended = cells.filter((cell) => cell.of.suspended).length
  const values = {
    start: sayDay(cells[0]?.of.day ?? '', language),
    count: cells.filter((cell) => cell.count !== null).length,
    due: sayDay(due, language),
  }
  return suspended > 0
    ? t('{{start}}起算，计入 {{count}} 日，另有 {{suspended}} 日中止，到期 {{due}}。', {
        ...values,
        suspended,
      })
    : t('{{start}}起算，计入 {{count}} 日，到期 {{due}}。', values)
}
