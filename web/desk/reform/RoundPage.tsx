import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import {
  closeRound,
  getRound,
  listRounds,
  OUTCOME_NAMES,
  type OUTCOMES,
  REVIEW_FLAG_NAMES,
  type RoundRow,
  type RoundView,
} from '#modules/catalogue/contract.ts'
import {
  Button,
  Choice,
  Confirm,
  DayText,
  Loaded,
  Notice,
  Page,
  sayDay,
  Section,
  Table,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { usePermits, useUnitName } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Go } from '../shell/Go.tsx'
import { BalanceBar } from './BalanceBar.tsx'
import { DisposeForm } from './DisposeForm.tsx'
import { useText } from './messages.ts'
import './reform.css'

/** One round of review: its balance, every item with its outcome, and what contradicts either. */
export function RoundPage() {
  const t = useText()
  const { round = '' } = useParams({ strict: false }) as { round?: string }
  const view = useAnswer(getRound, { params: { round } })
  return (
    <Page
      title={view.data?.name ?? t('事项清理')}
      lead={view.data?.document ?? ''}
      up={<Go at="/reform">← {t('回到清理')}</Go>}
    >
      <Loaded of={view}>{(data) => <Round of={data} />}</Loaded>
    </Page>
  )
}

function Round({ of: view }: { readonly of: RoundView }) {
  const t = useText()
  return (
    <>
      <BalanceBar of={view.balance} />
      {view.closedOn ? <Notice>{t('清理已结束。')}</Notice> : <Closing round={view.round} />}
      <Items of={view} />
      <BackDoor of={view} />
    </>
  )
}

function Closing({ round }: { readonly round: string }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [asked, setAsked] = useState(false)
  const close = useCommand(closeRound, { refreshes: [getRound, listRounds] })
  if (!permits('catalogue.publish')) return null
  return (
    <div className="row">
      <Button onClick={() => setAsked(true)}>{t('结束清理')}</Button>
      {close.error && (
        <Notice tone="red" role="alert">
          {said(close.error.text)}
        </Notice>
      )}
      <Confirm
        open={asked}
        title={t('结束清理')}
        action={t('结束清理')}
        busy={close.isPending}
        onConfirm={() => close.mutate({ params: { round }, body: {} }, { onSettled: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      >
        <p>{t('结束后，只有待定事项还能改结论。')}</p>
      </Confirm>
    </div>
  )
}

type Kind = (typeof OUTCOMES)[number] | 'missing' | 'flagged'

const isOf = ({ disposition, flags }: RoundRow, kind: string | undefined) =>
  kind === undefined ||
  (kind === 'missing'
    ? disposition === null
    : kind === 'flagged'
      ? flags.length > 0
      : disposition?.outcome === kind)

/** What waits for a decision first, then what is contradicted, then the rest in its order. */
const urgency = ({ disposition, flags }: RoundRow) => (disposition === null ? 0 : flags.length > 0 ? 1 : 2)

function Items({ of: { round, rows, balance } }: { readonly of: RoundView }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [{ kind }, change] = useAddress()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState(false)
  const shown = rows.filter((row) => isOf(row, kind)).sort((one, other) => urgency(one) - urgency(other))
  const kinds: { value: Kind; text: string }[] = [
    { value: 'missing', text: `${t('没有结论')} ${balance.missing}` },
    { value: 'flagged', text: `${t('问题')} ${rows.filter(({ flags }) => flags.length > 0).length}` },
    ...Object.entries(balance.outcomes)
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) => ({
        value: outcome as Kind,
        text: `${said(OUTCOME_NAMES[outcome as (typeof OUTCOMES)[number]])} ${count}`,
      })),
  ]
  const toggle = (item: string) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(item)) after.add(item)
      return after
    })
  return (
    <Section title={t('事项')} id="items">
      <div className="row apart">
        <Choice
          label={t('结论')}
          value={kind}
          options={kinds}
          all={t('全部')}
          onChange={(value) => change({ kind: value })}
        />
        {permits('catalogue.publish') && (
          <div className="row">
            <span role="status">{t('选中 {{count}} 项', { count: chosen.size })}</span>
            <Button onClick={() => setChosen(new Set(shown.map(({ item }) => item)))}>
              {t('全选本页所列')}
            </Button>
            <Button onClick={() => setChosen(new Set())}>{t('不选')}</Button>
            <Button look="main" disabled={chosen.size === 0} onClick={() => setDeciding(true)}>
              {t('作出结论')}
            </Button>
          </div>
        )}
      </div>
      <ItemTable rows={shown} {...(permits('catalogue.publish') ? { chosen, toggle } : {})} />
      {deciding && (
        <DisposeForm
          round={round}
          items={[...chosen]}
          onDone={() => setChosen(new Set())}
          onClose={() => setDeciding(false)}
        />
      )}
    </Section>
  )
}

interface ItemTableProps {
  readonly rows: readonly RoundRow[]
  readonly chosen?: ReadonlySet<string>
  readonly toggle?: (item: string) => void
}

function ItemTable({ rows, chosen, toggle }: ItemTableProps) {
  const t = useText()
  const said = useSaid()
  const unitName = useUnitName()
  return (
    <Table
      caption={t('事项')}
      rows={rows}
      rowKey={({ item }) => item}
      exportAs="xiaoneng-review"
      columns={[
        {
          key: 'item',
          title: t('事项'),
          cell: ({ item, name, flags }) => (
            <>
              {toggle && (
                <input
                  type="checkbox"
                  className="reform-tick"
                  aria-label={`${t('选中')} ${name}`}
                  checked={chosen?.has(item) ?? false}
                  onChange={() => toggle(item)}
                />
              )}
              {flags.includes('notInCatalogue') ? name : <Go at={`/catalogue/${item}`}>{name}</Go>}
            </>
          ),
          text: ({ name }) => name,
        },
        {
          key: 'unit',
          title: t('单位'),
          cell: ({ unit }) => unitName(unit),
          text: ({ unit }) => unitName(unit),
        },
        {
          key: 'outcome',
          title: t('结论'),
          cell: ({ disposition }) =>
            disposition ? (
              said(OUTCOME_NAMES[disposition.outcome])
            ) : (
              <span className="gap">■ {t('没有结论')}</span>
            ),
          text: ({ disposition }) => (disposition ? said(OUTCOME_NAMES[disposition.outcome]) : ''),
        },
        {
          key: 'document',
          title: t('批准文号'),
          cell: ({ disposition }) => disposition?.document ?? '',
          text: ({ disposition }) => disposition?.document ?? '',
        },
        {
          key: 'from',
          title: t('生效日'),
          cell: ({ disposition }) =>
            disposition?.effectiveOn ? <DayText day={disposition.effectiveOn} /> : '',
          text: ({ disposition }) => disposition?.effectiveOn ?? '',
        },
        {
          key: 'flags',
          title: t('问题'),
          cell: ({ flags }) =>
            flags.map((flag) => (
              <div key={flag} className="small gap">
                ▲ {said(REVIEW_FLAG_NAMES[flag])}
              </div>
            )),
          text: ({ flags }) => flags.map((flag) => said(REVIEW_FLAG_NAMES[flag])).join('；'),
        },
      ]}
    />
  )
}

function BackDoor({ of: { backDoor } }: { readonly of: RoundView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  if (backDoor.length === 0) return null
  return (
    <Section title={t('绕过清理新增')} id="back-door">
      <p className="soft prose">{t('清理开始后首次公布、又不在清理之内的事项：')}</p>
      <ul className="changes">
        {backDoor.map(({ item, name, from, publishedBy }) => (
          <li key={item}>
            <span className="gap">▲</span> <Go at={`/catalogue/${item}`}>{said(name)}</Go>{' '}
            <span className="small soft">
              {t('{{from}} 起，由 {{by}} 公布', { from: sayDay(from, language), by: publishedBy })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
