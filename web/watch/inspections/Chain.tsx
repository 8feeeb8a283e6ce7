import { Link } from '@tanstack/react-router'
import { type FindingChain, getFindingChain } from '#modules/inspections/contract.ts'
import { RECHECKS } from '#modules/inspections/terms.ts'
import { DayText, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

type Did = FindingChain['links'][number]['did']

/** 历次检查: every visit on which a finding was seen, by day, until it is mended. */
export function Chain({ finding }: { readonly finding: string }) {
  const t = useText()
  const said = useSaid()
  const chain = useAnswer(getFindingChain, { params: { finding } }).data
  if (!chain) return '–'
  const word = (did: Did) =>
    did === 'noted' ? t('查出') : did === 'planned' ? t('待复查') : said(RECHECKS[did])
  return (
    <ol className="inspections-chain">
      {chain.links.map(({ visit, on, did }, at) => (
        <li key={at}>
          <Link to="/inspections/visits/$visit" params={{ visit }}>
            <DayText day={on} />
          </Link>{' '}
          {word(did)}
        </li>
      ))}
      {chain.dropped && <li className="level level-red">{t('没有下文')}</li>}
    </ol>
  )
}
