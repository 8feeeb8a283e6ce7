import { Link, useParams } from '@tanstack/react-router'
import { type CardView, getCard } from '#modules/supervision/contract.ts'
import {
  Button,
  DayText,
  InstantText,
  LevelMark,
  Loaded,
  Page,
  Section,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { EvidenceButton } from '#ui/evidence/index.ts'
import { PersonName, usePeopleIn, usePersonName, useUnitName } from '#ui/staff/index.ts'
import { CardActions } from './CardActions.tsx'
import { useText } from './messages.ts'
import { STATUS_WORDS } from './words.ts'
import './cards.css'

/** One card with all that it rests on, what became of it, and what this reader may do. */
export function CardPage() {
  const t = useText()
  const { card = '' } = useParams({ strict: false })
  const view = useAnswer(getCard, { params: { card } })
  const said = useSaid()
  const title = view.data ? said(view.data.ruleTitle) : t('牌 {{rule}}', { rule: card })

  return (
    <Page
      title={title}
      up={<Link to="/cards">← {t('黄红牌')}</Link>}
      actions={
        <>
          <EvidenceButton kind="card" id={card} />
          <Button onClick={() => window.print()}>{t('打印')}</Button>
        </>
      }
    >
      <Loaded of={view}>{(data) => <CardBody of={data} />}</Loaded>
    </Page>
  )
}

function CardBody({ of: card }: { readonly of: CardView }) {
  const t = useText()
  const said = useSaid()
  const peopleIn = usePeopleIn()
  return (
    <>
      <CardHead of={card} />
      <Section title={t('现在可以做什么')} id="actions">
        <CardActions card={card} />
      </Section>
      <Section title={t('证据')} id="evidence">
        <Evidence of={card} />
      </Section>
      <Section title={t('依据')} id="basis">
        <p className="prose">{said(card.basis)}</p>
      </Section>
      <Section title={t('经过')} id="history">
        <ol className="card-history">
          {card.history.map((entry) => (
            <li key={entry.version}>
              <div className="small soft">
                <InstantText at={entry.at} /> ·{' '}
                {entry.actor === RULES ? t('规则') : <PersonName account={entry.actor} />} ·{' '}
                {t(HISTORY_WORDS[entry.type] ?? '经过')}
              </div>
              {entry.text && (
                <p className="prose card-said">
                  {entry.type === 'CardRaised' ? peopleIn(said(card.because)) : entry.text}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

/** The ledger's name for the actor of what rules do. */
const RULES = 'rules'

const HISTORY_WORDS: Readonly<Record<string, '发出' | '说明' | '认定' | '撤销'>> = {
  CardRaised: '发出',
  CardAnswered: '说明',
  CardJudged: '认定',
  CardUpheld: '认定',
  CardExcused: '认定',
  CardWithdrawn: '撤销',
}

function CardHead({ of: card }: { readonly of: CardView }) {
  const t = useText()
  const said = useSaid()
  const peopleIn = usePeopleIn()
  const unitName = useUnitName()
  const { log, caseId, rule, level, unit, status } = card
  return (
    <div className={`sheet stack card-head card-${level}`}>
      <p>
        <LevelMark level={level} /> · {t(STATUS_WORDS[status])}
        {card.replyOverdue && status === 'raised' && <span className="left-over"> · {t('说明已逾期')}</span>}
      </p>
      <p className="card-because prose">{peopleIn(said(card.because))}</p>
      <dl className="facts">
        <div>
          <dt>{t('办件')}</dt>
          <dd>
            <Link to="/cases/$log/$caseId" params={{ log, caseId }}>
              {caseId}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('单位')}</dt>
          <dd>{unitName(unit) ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('规则')}</dt>
          <dd>
            <Link to="/rules/$rule" params={{ rule }} search={{ log }}>
              {rule}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('成立时刻')}</dt>
          <dd>
            <InstantText at={card.effectiveAt} />
          </dd>
        </div>
        <div>
          <dt>{t('发出时刻')}</dt>
          <dd>
            <InstantText at={card.raisedAt} />
          </dd>
        </div>
        <div>
          <dt>{t('说明期限')}</dt>
          <dd>
            <DayText day={card.replyBy} />
          </dd>
        </div>
      </dl>
    </div>
  )
}

function Evidence({ of: { evidence, log, caseId } }: { readonly of: CardView }) {
  const t = useText()
  const person = usePersonName()
  const said = useSaid()
  const peopleIn = usePeopleIn()
  if (evidence.length === 0) return <p className="soft">{t('没有逐条证据。')}</p>
  return (
    <ol className="evidence">
      {evidence.map((item, index) => (
        <li key={index} className="sheet">
          <p>{peopleIn(said(item.text))}</p>
          <div className="row small soft">
            {item.at && <InstantText at={item.at} />}
            {item.activity && <span>{item.activity}</span>}
            {item.resource && <span>{t('经办：{{name}}', { name: person(item.resource) })}</span>}
            {item.version !== null && (
              <Link to="/cases/$log/$caseId" params={{ log, caseId }} hash={`event-${item.version}`}>
                {t('第 {{version}} 条记录', { version: item.version })}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
