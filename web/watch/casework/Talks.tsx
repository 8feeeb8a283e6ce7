import { useState } from 'react'
import { holdReminderTalk, listReminderTalks, type TalkRow } from '#modules/accountability/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  Button,
  DayText,
  DueText,
  Loaded,
  Notice,
  Section,
  TextAreaField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'

/** 恪守小节、防微杜渐: what adds up, the talks it made due, and units that never enter a small thing. */
export function Talks() {
  const t = useText()
  const said = useSaid()
  const talks = useAnswer(listReminderTalks, {})
  return (
    <Loaded of={talks}>
      {({ rows, adding, silent, mayHold }) => (
        <>
          {rows.length === 0 && <p className="empty">{t('没有到期的提醒谈话。')}</p>}
          <ul className="casework-limits">
            {rows.map((row) => (
              <li key={row.talk} className="sheet stack">
                <p>
                  <strong>{row.person?.name ?? said(row.unitName)}</strong> · {said(row.unitName)} ·{' '}
                  {t('小节问题 {{count}} 件', { count: row.findings.length })} · {t('谈话期限')}{' '}
                  {row.dueAt && <DueText at={row.dueAt} />}
                  {row.late && <span className="left-over"> · {t('超过期限')}</span>}
                </p>
                {row.held ? (
                  <p className="small">
                    {t('已谈话')} <DayText day={row.held.heldOn} /> {row.held.by.name}：{row.held.note}
                  </p>
                ) : (
                  mayHold && <HoldForm of={row} />
                )}
              </li>
            ))}
          </ul>
          {adding.length > 0 && (
            <Section title={t('正在累计')}>
              <ul className="casework-limits">
                {adding.map(({ unit, unitName, person, count, of }) => (
                  <li key={`${unit}/${person?.account}`}>
                    {person?.name ?? t('单位')} · {said(unitName)} · {count}/{of}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {silent.length > 0 && (
            <Section title={t('从不登记小节的单位')}>
              <ul className="casework-limits">
                {silent.map(({ unit, unitName, others }) => (
                  <li key={unit}>
                    {said(unitName)} · {t('其他问题 {{count}} 件', { count: others })}
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}

export function HoldForm({ of }: { readonly of: TalkRow }) {
  const t = useText()
  const said = useSaid()
  const [heldOn, setHeldOn] = useState('')
  const [note, setNote] = useState('')
  const command = useCommand(holdReminderTalk, { refreshes: [listReminderTalks] })
  return (
    <form
      className="form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ params: { talk: of.talk }, body: { heldOn, note } })
      }}
    >
      {command.error && (
        <Notice tone="red" role="alert">
          {said(command.error.text)}
        </Notice>
      )}
      <DateField label={t('谈话日期')} required onChange={({ target }) => setHeldOn(target.value)} />
      <TextAreaField
        label={t('谈话内容')}
        rows={2}
        required
        onChange={({ target }) => setNote(target.value)}
      />
      <div>
        <Button type="submit" busy={command.isPending}>
          {t('登记谈话')}
        </Button>
      </div>
    </form>
  )
}
