import { type DepartmentWall as Wall, getDepartmentWall, type WallCase } from '#modules/hall/contract.ts'
import { LevelMark, MiniRibbon, sayCount, useAnswer, useSaid, WorkingDaysLeft } from '#ui/index.ts'
import { useTurns } from '../frame/use-wall.ts'
import { BigFigure, WallFrame } from '../frame/WallFrame.tsx'
import { useText } from '../messages.ts'

const EVERY_SECONDS = 10
/** As `ALL_UNITS` of the contract, which gives pages types alone. */
const ALL = 'all'

/** 部门屏: what is open, the most urgent first, and the cards that still wait; numbers and items, no applicant. */
export function DepartmentWall({ unit }: { readonly unit: string }) {
  const said = useSaid()
  const wall = useAnswer(getDepartmentWall, { params: { unit } }, { every: EVERY_SECONDS * 1000 })
  return (
    <WallFrame of={wall} everySeconds={EVERY_SECONDS} title={({ unit: { name } }) => said(name)}>
      {(shown, now) => (
        <>
          <WallFigures wall={shown} />
          <div className="wall-columns">
            <OpenCases wall={shown} now={now} />
            <OpenCards wall={shown} now={now} />
          </div>
        </>
      )}
    </WallFrame>
  )
}

function WallFigures({ wall: { open, late, yellowCards, redCards } }: { readonly wall: Wall }) {
  const t = useText()
  return (
    <dl className="big-figures">
      <BigFigure label={t('在办')} value={sayCount(open)} />
      <BigFigure label={t('超期')} value={sayCount(late)} look={late > 0 ? 'red' : undefined} />
      <BigFigure
        label={t('黄牌')}
        value={sayCount(yellowCards)}
        mark="▲"
        look={yellowCards > 0 ? 'yellow' : undefined}
      />
      <BigFigure
        label={t('红牌')}
        value={sayCount(redCards)}
        mark="■"
        look={redCards > 0 ? 'red' : undefined}
      />
    </dl>
  )
}

const CASES_AT_ONCE = 10

function OpenCases({ wall, now }: { readonly wall: Wall; readonly now: number }) {
  const t = useText()
  const { cases, open } = wall
  const { shown, page, pages } = useTurns(cases, CASES_AT_ONCE, now)
  return (
    <section className="wall-part">
      <h2>
        {t('在办件（按剩余时间）')}
        {pages > 1 && (
          <span className="soft wall-page">{t('第 {{page}} / {{count}} 页', { page, count: pages })}</span>
        )}
      </h2>
      {cases.length === 0 && <p className="soft">{t('没有在办件。')}</p>}
      <ul className="wall-cases">
        {shown.map((one) => (
          <OpenCase key={one.caseNo} one={one} all={wall.unit.unit === ALL} now={now} />
        ))}
      </ul>
      {open > cases.length && (
        <p className="soft">{t('其余 {{count}} 件未列出', { count: open - cases.length })}</p>
      )}
    </section>
  )
}

interface OpenCaseProps {
  readonly one: WallCase
  /** On the wall of all units the unit says more than the number. */
  readonly all: boolean
  readonly now: number
}

function OpenCase({ one, all, now }: OpenCaseProps) {
  const said = useSaid()
  const state = one.suspended ? 'suspended' : 'open'
  const clocked = {
    ...one,
    state,
    concludedAt: null,
    lastAt: one.startedAt,
    workingDaysLeft: one.daysLeft,
  } as const
  return (
    <li>
      <span className="wall-ribbon">
        <MiniRibbon of={clocked} now={now} />
      </span>
      <span className="wall-name">{said(one.itemName)}</span>
      <span className="soft wall-number">{all && one.unit ? said(one.unit) : one.caseNo}</span>
      <span className="wall-left">
        <TimeLeft one={one} />
      </span>
    </li>
  )
}

/** Which limit is past, by mark and word, and by how much; else how much is left. */
function TimeLeft({ one }: { readonly one: WallCase }) {
  const t = useText()
  const { colour, daysLeft, suspended } = one
  if (suspended || daysLeft === null || (colour !== 'yellow' && colour !== 'red'))
    return <WorkingDaysLeft left={suspended ? null : daysLeft} state={suspended ? 'suspended' : 'open'} />
  return (
    <span className={`level level-${colour}`}>
      <span aria-hidden="true">{colour === 'red' ? '■' : '▲'}</span>{' '}
      {t(colour === 'red' ? '超法定 {{count}} 个工作日' : '超承诺 {{count}} 个工作日', {
        count: Math.max(0, -daysLeft),
      })}
    </span>
  )
}

const CARDS_AT_ONCE = 8

function OpenCards({ wall, now }: { readonly wall: Wall; readonly now: number }) {
  const { unit: of, cards } = wall
  const unlisted = wall.yellowCards + wall.redCards - cards.length
  const t = useText()
  const said = useSaid()
  const { shown, page, pages } = useTurns(cards, CARDS_AT_ONCE, now)
  return (
    <section className="wall-part">
      <h2>
        {t('未了结的牌')}
        {pages > 1 && (
          <span className="soft wall-page">{t('第 {{page}} / {{count}} 页', { page, count: pages })}</span>
        )}
      </h2>
      {cards.length === 0 && <p className="soft">{t('没有未了结的牌。')}</p>}
      <ul className="wall-list">
        {shown.map(({ card, unit, level, ruleTitle, caseId, ageDays, answered }) => (
          <li key={card}>
            <span className="wall-name">
              <LevelMark level={level} /> {said(ruleTitle)}{' '}
              <span className="soft wall-number">{of.unit === ALL && unit ? said(unit) : caseId}</span>
            </span>
            <span className="wall-value">
              {ageDays === 0 ? t('今天发出') : t('已 {{count}} 天', { count: ageDays })}{' '}
              {answered && <span className="soft">{t('已说明')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {unlisted > 0 && <p className="soft">{t('其余 {{count}} 张未列出', { count: unlisted })}</p>}
    </section>
  )
}
