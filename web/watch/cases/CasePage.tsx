import { Link, useParams } from '@tanstack/react-router'
import { type CaseView, getCase } from '#modules/supervision/contract.ts'
import {
  Button,
  dayOf,
  InstantText,
  Loaded,
  Page,
  presentDayAt,
  sayDue,
  Section,
  StandingMark,
  useAnswer,
  useLanguage,
} from '#ui/index.ts'
import { CardItem } from '../cards/CardItem.tsx'
import { EvidenceButton } from '#ui/evidence/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { ClockCell } from './ClockCell.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { Timeline } from './Timeline.tsx'
import { useText } from './messages.ts'
import { STATE_WORDS } from './words.ts'
import './cases.css'

/** One case: how it stands, why its dates are what they are, what happened, what it is held to answer for. */
export function CasePage() {
  const t = useText()
  const { log = '', caseId = '' } = useParams({ strict: false })
  const view = useAnswer(getCase, { params: { log, caseId } })

  return (
    <Page
      title={t('办件 {{caseId}}', { caseId })}
      up={
        <Link to="/cases" search={{ log }}>
          ← {t('办件')}
        </Link>
      }
      actions={
        <>
          <EvidenceButton kind="watched" id={`${log}/${caseId}`} />
          <Button onClick={() => window.print()}>{t('打印')}</Button>
        </>
      }
    >
      <Loaded of={view}>{(data) => <CaseBody of={data} />}</Loaded>
    </Page>
  )
}

function CaseBody({ of: view }: { readonly of: CaseView }) {
  const t = useText()
  const { row, clocks, cards, timeline, attributes } = view
  const now = Date.now()
  const today = presentDay(view, now)

  return (
    <>
      <CaseHead of={view} now={now} />
      <Section title={t('时限带')} id="clocks">
        {clocks.length === 0 && <p className="soft">{t('这件办件没有起算的时限。')}</p>}
        {clocks.map((clock) => (
          <ClockPanel
            key={clock.clock}
            clock={clock}
            all={clocks}
            today={today}
            concludedAt={row.concludedAt}
          />
        ))}
      </Section>
      <Section title={t('牌')} id="cards">
        {cards.length === 0 && <p className="soft">{t('这件办件没有牌。')}</p>}
        {cards.length > 0 && (
          <ol className="card-list" data-rows>
            {cards.map((card) => (
              <CardItem key={card.card} card={card} onCase />
            ))}
          </ol>
        )}
      </Section>
      <Section title={t('经过')} id="timeline">
        <Timeline events={timeline} log={row.log} />
      </Section>
      <Section title={t('登记信息')} id="attributes">
        <Attributes of={attributes} />
      </Section>
    </>
  )
}

/** A log that ended years ago is read at its own end: its last day is then the present, as for the server. */
function presentDay({ row, clocks }: CaseView, now: number): string {
  if (row.concludedAt) return dayOf(row.concludedAt)
  const present = presentDayAt(row.lastAt, now)
  const notYetDue = row.workingDaysLeft !== null && row.workingDaysLeft >= 0
  const over = clocks.every((clock) => dayOf(clock.dueAt) < present)
  return notYetDue && over ? dayOf(row.lastAt) : present
}

function CaseHead({ of: { row, timeline }, now }: { readonly of: CaseView; readonly now: number }) {
  const t = useText()
  const unitName = useUnitName()
  return (
    <dl className="facts sheet">
      <div>
        <dt>{t('状态')}</dt>
        <dd>
          {t(STATE_WORDS[row.state])} {row.colour !== 'quiet' && <StandingMark colour={row.colour} />}
        </dd>
      </div>
      <div>
        <dt>{t('时限')}</dt>
        <dd>
          <ClockCell of={row} now={now} />
        </dd>
      </div>
      {row.item && (
        <div>
          <dt>{t('事项')}</dt>
          <dd>{row.item}</dd>
        </div>
      )}
      <div>
        <dt>{t('单位')}</dt>
        <dd>{unitName(row.unit) ?? '–'}</dd>
      </div>
      {row.channel && (
        <div>
          <dt>{t('渠道')}</dt>
          <dd>{row.channel}</dd>
        </div>
      )}
      {row.startedAt && (
        <div>
          <dt>{t('收件')}</dt>
          <dd>
            <InstantText at={row.startedAt} />
          </dd>
        </div>
      )}
      {row.concludedAt && (
        <div>
          <dt>{t('办结')}</dt>
          <dd>
            <InstantText at={row.concludedAt} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('最近一步')}</dt>
        <dd>
          {row.lastActivity}{' '}
          <span className="soft small">{t('{{count}} 步', { count: timeline.length })}</span>
        </dd>
      </div>
    </dl>
  )
}

/** What the hall's own cases bring along; the attributes of another log are called as that log calls them. */
const ATTRIBUTE_WORDS: Readonly<Record<string, '事项' | '单位' | '渠道' | '承诺到期' | '法定到期'>> = {
  item: '事项',
  unit: '单位',
  channel: '渠道',
  committedDueAt: '承诺到期',
  statutoryDueAt: '法定到期',
}
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function Attributes({ of: attributes }: { readonly of: Record<string, string> }) {
  const t = useText()
  const language = useLanguage()
  const unitName = useUnitName()
  const nameOf = (name: string) => {
    const words = ATTRIBUTE_WORDS[name]
    return words ? t(words) : name
  }
  const valueOf = (name: string, value: string) => {
    if (name === 'unit' || name === '单位') return unitName(value)
    return INSTANT.test(value) ? sayDue(value, language) : value
  }
  const entries = Object.entries(attributes)
  if (entries.length === 0) return <p className="soft">{t('没有登记其他信息。')}</p>
  return (
    <dl className="facts sheet">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{nameOf(name)}</dt>
          <dd>{valueOf(name, value)}</dd>
        </div>
      ))}
    </dl>
  )
}
