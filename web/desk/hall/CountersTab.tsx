import { useState } from 'react'
import {
  type ArrangedCounter,
  getHallArrangement,
  getHallBoard,
  type HallArrangement,
  setCounterState,
} from '#modules/hall/contract.ts'
import { COUNTER_STATE_NAMES } from '#modules/hall/terms.ts'
import { Button, InstantText, Table, useCommand, useSaid, useToast } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { CounterForm } from './CounterForm.tsx'
import { useText } from './messages.ts'
import { StateForm } from './StateForm.tsx'

type Asked =
  | { readonly form: 'counter'; readonly counter?: ArrangedCounter }
  | { readonly form: 'paused' | 'closed'; readonly counter: ArrangedCounter }

/** Every counter with its hours, its state and who sits there now. */
export function CountersTab({ of: arrangement }: { readonly of: HallArrangement }) {
  const t = useText()
  const [asked, setAsked] = useState<Asked | null>(null)
  const permits = usePermits()
  const { counters, mayArrange } = arrangement
  const columns = useColumns()
  const close = () => setAsked(null)
  const actions = {
    key: 'actions',
    title: t('操作'),
    cell: (counter: ArrangedCounter) => <Doing counter={counter} onAsk={setAsked} />,
  }
  return (
    <>
      {mayArrange && (
        <div className="row">
          <Button onClick={() => setAsked({ form: 'counter' })}>{t('登记新窗口')}</Button>
        </div>
      )}
      {counters.length === 0 ? (
        <p>{t('还没有窗口。登记后是关闭的，派好人再开放。')}</p>
      ) : (
        <Table
          caption={t('窗口列表')}
          rows={counters}
          rowKey={({ counter }) => counter}
          rowClass={({ unstaffed }) => (unstaffed ? 'is-unstaffed' : undefined)}
          exportAs="xiaoneng-counters"
          columns={mayArrange && permits('hall.serve') ? [...columns, actions] : columns}
        />
      )}
      {asked?.form === 'counter' && (
        <CounterForm
          arrangement={arrangement}
          {...(asked.counter ? { counter: asked.counter } : {})}
          onClose={close}
        />
      )}
      {(asked?.form === 'paused' || asked?.form === 'closed') && (
        <StateForm counter={asked.counter} state={asked.form} onClose={close} />
      )}
    </>
  )
}

function useColumns() {
  const t = useText()
  const said = useSaid()
  const units = ({ units: served }: ArrangedCounter) =>
    served.length > 2
      ? t('{{count}} 个部门', { count: served.length })
      : served.map(({ name }) => said(name)).join('、')
  return [
    {
      key: 'counter',
      title: t('窗口'),
      cell: ({ counter, name }: ArrangedCounter) => (
        <>
          <strong>{counter}</strong> {said(name)}
        </>
      ),
      text: ({ counter, name }: ArrangedCounter) => `${counter} ${said(name)}`,
    },
    {
      key: 'place',
      title: t('位置'),
      cell: ({ place }: ArrangedCounter) => <span className="nowrap">{place}</span>,
      text: ({ place }: ArrangedCounter) => place,
    },
    { key: 'units', title: t('办理部门'), cell: units, text: units },
    {
      key: 'hours',
      title: t('公布的时间'),
      cell: ({ workingHours, restHours }: ArrangedCounter) => (
        <>
          {workingHours.replaceAll(',', ' ')}
          {restHours !== null && (
            <div className="small">
              {t('365窗口，休息日')} {restHours.replaceAll(',', ' ')}
            </div>
          )}
        </>
      ),
      text: ({ workingHours }: ArrangedCounter) => workingHours,
    },
    {
      key: 'state',
      title: t('状态'),
      cell: (counter: ArrangedCounter) => (
        <>
          <State of={counter} />
          <Lacking of={counter} />
        </>
      ),
      text: ({ state, reason }: ArrangedCounter) => `${said(COUNTER_STATE_NAMES[state])} ${reason}`.trim(),
    },
    {
      key: 'clerk',
      title: t('现在谁在'),
      cell: ({ clerk }: ArrangedCounter) =>
        clerk ? (
          <>
            {clerk.name} <span className="soft small">{clerk.badge}</span>
          </>
        ) : (
          '–'
        ),
      text: ({ clerk }: ArrangedCounter) => (clerk ? `${clerk.name} ${clerk.badge}` : ''),
    },
  ]
}

function State({ of: { state, reason, since, unstaffed } }: { readonly of: ArrangedCounter }) {
  const t = useText()
  const said = useSaid()
  if (unstaffed) return <strong className="gap">■ {t('开放而无人')}</strong>
  return (
    <>
      <span className="nowrap">{said(COUNTER_STATE_NAMES[state])}</span>
      {reason && (
        <div className="small soft">
          {reason} · <InstantText at={since} />
        </div>
      )}
    </>
  )
}

interface DoingProps {
  readonly counter: ArrangedCounter
  readonly onAsk: (asked: Asked) => void
}

/** Opening needs no word; pausing and closing ask for the reason that the public reads. */
function Doing({ counter, onAsk }: DoingProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const open = useCommand(setCounterState, { refreshes: [getHallArrangement, getHallBoard] })
  const set = (state: ArrangedCounter['state'], reason: string, done?: () => void) =>
    open.mutate({ params: { counter: counter.counter }, body: { state, reason } }, { onSuccess: done })
  const onOpen = () =>
    set('open', '', () =>
      say(t('{{counter}} 已开放。', { counter: counter.counter }), () =>
        set(counter.state, counter.reason || t('撤消开放')),
      ),
    )
  const named = (text: string) => ({ 'aria-label': `${text} ${counter.counter} ${said(counter.name)}` })
  return (
    <span className="row hall-actions">
      {counter.state === 'open' ? (
        <>
          <Button look="quiet" {...named(t('暂停'))} onClick={() => onAsk({ form: 'paused', counter })}>
            {t('暂停')}
          </Button>
          <Button look="quiet" {...named(t('关闭'))} onClick={() => onAsk({ form: 'closed', counter })}>
            {t('关闭')}
          </Button>
        </>
      ) : (
        <Button look="quiet" {...named(t('开放'))} busy={open.isPending} onClick={onOpen}>
          {t('开放')}
        </Button>
      )}
      <Button look="quiet" {...named(t('修改'))} onClick={() => onAsk({ form: 'counter', counter })}>
        {t('修改')}
      </Button>
    </span>
  )
}

/** 窗口旁缺什么: rules of conduct or a way to complain (ITEM-18). */
function Lacking({ of: { conduct, complaint } }: { readonly of: ArrangedCounter }) {
  const t = useText()
  return (
    <>
      {conduct.zh === '' && <div className="small gap">▲ {t('窗口旁没有办事纪律')}</div>}
      {complaint === null && <div className="small gap">▲ {t('窗口旁没有投诉渠道')}</div>}
    </>
  )
}
