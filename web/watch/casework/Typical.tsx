import { useState } from 'react'
import {
  draftTypicalCases,
  listTypicalCases,
  type TypicalCircular,
} from '#modules/accountability/contract.ts'
import {
  Button,
  DayText,
  InstantText,
  Loaded,
  Notice,
  Section,
  TextAreaField,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 典型个案通报: told by the day that was set, read by each unit, with what each changes. */
export function Typical() {
  const t = useText()
  const permits = usePermits()
  const typical = useAnswer(listTypicalCases, {})
  return (
    <Loaded of={typical}>
      {({ plan, rows, ready }) => (
        <>
          <Notice tone={plan.short ? 'yellow' : 'plain'} role="status">
            {t('计划 {{day}} 前通报 {{wanted}} 件，已通报 {{published}} 件。', {
              day: plan.dueOn,
              wanted: plan.wanted,
              published: plan.published,
            })}
          </Notice>
          {permits('investigations.act') && ready.length > 0 && <DraftForm ready={ready} />}
          {rows.length === 0 && <p className="empty">{t('还没有典型个案通报。')}</p>}
          {rows.map((row) => (
            <CircularSheet key={row.circular} of={row} />
          ))}
        </>
      )}
    </Loaded>
  )
}

const STATUS = { drafted: '起草，待审批', issued: '已印发', withdrawn: '已撤回' } as const

function CircularSheet({ of }: { readonly of: TypicalCircular }) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={of.title}>
      <p className="small">
        {t(STATUS[of.status])} {of.number} {of.issuedAt && <InstantText at={of.issuedAt} />}
      </p>
      <ul className="casework-limits">
        {of.cases.map(({ unitName, conduct, fact, measure }, at) => (
          <li key={at}>
            <strong>{said(unitName)}</strong> · {conduct} · {fact} · {measure}
          </li>
        ))}
      </ul>
      {of.units.length > 0 && (
        <details>
          <summary>
            {t('各单位：已读 {{read}}，已说明整改 {{changed}}，共 {{all}}', {
              read: of.units.filter(({ readAt }) => readAt).length,
              changed: of.units.filter(({ change }) => change).length,
              all: of.units.length,
            })}
          </summary>
          <ul className="casework-limits">
            {of.units.map(({ unit, unitName, readAt, change, copied }) => (
              <li key={unit}>
                {said(unitName)} · {readAt ? <InstantText at={readAt} /> : t('未读')} ·{' '}
                {change ?? t('没有说明改什么')}
                {copied && <span className="left-over"> · {t('与其他单位一字不差')}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

interface Ready {
  readonly number: string
  readonly title: string
  readonly unitName: { readonly zh: string; readonly en: string }
  readonly decidedOn: string
}

function DraftForm({ ready }: { readonly ready: readonly Ready[] }) {
  const t = useText()
  const said = useSaid()
  const [title, setTitle] = useState('')
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand(draftTypicalCases, { refreshes: [listTypicalCases] })
  const cases = Object.entries(facts)
    .filter(([, fact]) => fact.trim() !== '')
    .map(([number, fact]) => ({ number, fact }))
  return (
    <details className="no-print">
      <summary>{t('起草典型个案通报')}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          command.mutate({ body: { title, cases } }, { onSuccess: () => (setFacts({}), setTitle('')) })
        }}
      >
        {command.error && (
          <Notice tone="red" role="alert">
            {said(command.error.text)}
          </Notice>
        )}
        <TextField
          label={t('标题')}
          value={title}
          required
          onChange={({ target }) => setTitle(target.value)}
        />
        {ready.map(({ number, title: name, unitName, decidedOn }) => (
          <TextAreaField
            key={number}
            rows={2}
            label={`${name} · ${said(unitName)}`}
            hint={
              <>
                {t('写明单位名称和事实；空着的不列入。决定于')} <DayText day={decidedOn} />
              </>
            }
            value={facts[number] ?? ''}
            onChange={({ target }) => setFacts((before) => ({ ...before, [number]: target.value }))}
          />
        ))}
        <div>
          <Button type="submit" look="main" busy={command.isPending} disabled={cases.length === 0}>
            {t('起草')}
          </Button>
        </div>
      </form>
    </details>
  )
}
