import { useState } from 'react'
import { type BadgeTalkRow, holdBadgeTalk, listBadgeTalks } from '#modules/findings/contract.ts'
import { DateField } from '../calendar/index.ts'
import {
  DayText,
  DueText,
  Loaded,
  TextAreaField,
  SHORTEST,
  useAnswer,
  useCommand,
  useSaid,
} from '../index.ts'
import { usePermits } from '../staff/index.ts'
import { ActForm } from './ActForm.tsx'
import { findingAt, Go } from './link.ts'
import { useText } from './messages.ts'

/** 应谈话: badges whose manner was found wanting a second time within a quarter. */
export function BadgeTalks() {
  const t = useText()
  const found = useAnswer(listBadgeTalks, {})
  return (
    <>
      <p className="soft prose">
        {t('差评、投诉、检查记录按工作牌合并；一个季度内第二次，应当谈话。差评不能由单位删除。')}
      </p>
      <Loaded of={found} empty={t('没有应谈话的工作牌。')}>
        {({ rows }) => (
          <ul className="stack finding-lines">
            {rows.map((row) => (
              <Talk key={row.talk} of={row} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function Talk({ of: row }: { readonly of: BadgeTalkRow }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  return (
    <li className="sheet stack">
      <h3>
        {t('工作牌 {{badge}}', { badge: row.badge })} · {row.quarter}
      </h3>
      <p className="small soft">{said(row.unit.name)}</p>
      <p className="row">
        {row.findings.map((one) => (
          <Go key={one} to={findingAt(one)}>
            {one}
          </Go>
        ))}
      </p>
      {row.held ? (
        <p>
          {t('已谈话')} <DayText day={row.held.on} /> · {row.held.by} · {row.held.note}
        </p>
      ) : (
        <p className={row.overdue ? 'left-over' : undefined}>
          {row.overdue ? t('逾期未谈话') : t('谈话期限')} <DueText at={row.dueAt} />
        </p>
      )}
      {row.held === null && permits('badges.talk') && <HoldForm talk={row.talk} />}
    </li>
  )
}

function HoldForm({ talk }: { readonly talk: string }) {
  const t = useText()
  const [on, setOn] = useState('')
  const [note, setNote] = useState('')
  const command = useCommand(holdBadgeTalk, { refreshes: [listBadgeTalks] })
  return (
    <ActForm
      action={t('登记谈话')}
      ready={on !== '' && note.trim().length >= SHORTEST}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ params: { talk }, body: { on, note: note.trim() } })}
    >
      <DateField label={t('哪一天')} value={on} onChange={({ target }) => setOn(target.value)} />
      <TextAreaField label={t('谈话内容')} value={note} onChange={({ target }) => setNote(target.value)} />
    </ActForm>
  )
}
