import { Link } from '@tanstack/react-router'
import type { CardRow } from '#modules/supervision/contract.ts'
import { LevelMark, sayDay, sayInstant, useLanguage, useSaid } from '#ui/index.ts'
import { usePeopleIn, useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { STATUS_WORDS } from './words.ts'
import './cards.css'

interface CardItemProps {
  readonly card: CardRow
  /** On the case's own page the case need not be named. */
  readonly onCase?: boolean
  readonly fresh?: boolean
}

/** One card in one sentence: what happened, to which case, since when, why, reply by when. */
export function CardItem({ card, onCase = false, fresh = false }: CardItemProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const unitName = useUnitName()
  const peopleIn = usePeopleIn()
  const { level, rule, ruleTitle, log, caseId, unit, effectiveAt, because, replyBy, replyOverdue, status } =
    card
  const waits = status === 'raised'

  return (
    <li
      className={`card card-${level}${fresh ? ' is-fresh' : ''}${status === 'withdrawn' ? ' is-withdrawn' : ''}`}
    >
      <div className="row apart card-top">
        <Link to="/cards/$card" params={{ card: card.card }} className="card-title" data-row-link>
          <LevelMark level={level} /> {said(ruleTitle)}
        </Link>
        <span className="small soft">{t(STATUS_WORDS[status])}</span>
      </div>
      <p className="card-sentence">
        {!onCase && (
          <>
            <Link to="/cases/$log/$caseId" params={{ log, caseId }}>
              {caseId}
            </Link>
            {unit && <span className="soft"> · {unitName(unit)}</span>}
            {language === 'en' ? ', ' : '，'}
          </>
        )}
        {t('自 {{at}} 起', { at: sayInstant(effectiveAt, language) })}
        {language === 'en' ? ': ' : '：'}
        {peopleIn(said(because))}
      </p>
      <p className="small row">
        <Link to="/rules/$rule" params={{ rule }} search={{ log }} className="soft">
          {rule}
        </Link>
        {waits && (
          <span className={replyOverdue ? 'left-over' : undefined}>
            {replyOverdue && `${t('说明已逾期')} · `}
            {t('须于 {{day}} 前说明', { day: sayDay(replyBy, language) })}
          </span>
        )}
      </p>
    </li>
  )
}
