import { useState } from 'react'
import {
  answerNoticedCase,
  GRADES,
  holdReminderTalk,
  INVESTIGATION_KINDS,
  INVESTIGATION_STAGES,
  listNoticedCases,
  listReminderTalks,
  listTypicalCases,
  type NoticedCase,
  sayTypicalChange,
  type TalkRow,
  type TypicalCircular,
} from '#modules/accountability/contract.ts'
import {
  DayText,
  DueText,
  InstantText,
  Loaded,
  Page,
  Section,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'
import { SayForm } from './SayForm.tsx'

/** What the head of a unit answers: cases that it was told of, talks with its people, and what typical cases change here. */
export function OwnCasesPage() {
  const t = useText()
  const noticed = useAnswer(listNoticedCases, {})
  const talks = useAnswer(listReminderTalks, {})
  const typical = useAnswer(listTypicalCases, {})
  return (
    <Page
      title={t('个案与提醒')}
      lead={t('监察告知本单位的个案、到期的提醒谈话、典型个案通报：都在期限内答复。')}
    >
      <Section title={t('告知本单位的个案')} id="noticed">
        <Loaded of={noticed} empty={t('没有告知本单位的个案。')}>
          {({ rows }) => rows.map((row) => <NoticedSheet key={row.number} of={row} />)}
        </Loaded>
      </Section>
      <Section title={t('提醒谈话')} id="talks">
        <Loaded of={talks} empty={t('没有到期的提醒谈话。')}>
          {({ rows }) => rows.map((row) => <TalkSheet key={row.talk} of={row} />)}
        </Loaded>
      </Section>
      <Section title={t('典型个案通报')} id="typical">
        <Loaded
          of={typical}
          isEmpty={({ rows }) => rows.every(({ status }) => status !== 'issued')}
          empty={t('没有典型个案通报。')}
        >
          {({ rows, own }) =>
            rows
              .filter(({ status }) => status === 'issued')
              .map((row) => <TypicalSheet key={row.circular} of={row} own={own} />)
          }
        </Loaded>
      </Section>
    </Page>
  )
}

function NoticedSheet({ of }: { readonly of: NoticedCase }) {
  const t = useText()
  const said = useSaid()
  const command = useCommand(answerNoticedCase, { refreshes: [listNoticedCases] })
  return (
    <div className="sheet stack">
      <p>
        <strong>{of.title}</strong> · {said(INVESTIGATION_KINDS[of.kind])} ·{' '}
        {said(INVESTIGATION_STAGES[of.stage])}
      </p>
      {of.facts && <p className="prose">{of.facts}</p>}
      {of.measures.map(({ name, grade }) => (
        <p key={name}>
          {name} · {said(GRADES[grade])}
        </p>
      ))}
      {of.answer ? (
        <p className="small">
          {t('已答复')} <InstantText at={of.answer.at} />：{of.answer.text}
        </p>
      ) : (
        <>
          {of.answerBy && (
            <p className="small">
              {t('答复期限')} <DueText at={of.answerBy} />
            </p>
          )}
          <SayForm
            label={t('本单位的答复')}
            action={t('答复')}
            command={command}
            onSend={(text) => command.mutate({ params: { number: of.number }, body: { text } })}
          />
        </>
      )}
    </div>
  )
}

function TalkSheet({ of }: { readonly of: TalkRow }) {
  const t = useText()
  const said = useSaid()
  const [heldOn, setHeldOn] = useState('')
  const command = useCommand(holdReminderTalk, { refreshes: [listReminderTalks] })
  return (
    <div className="sheet stack">
      <p>
        <strong>{of.person?.name ?? said(of.unitName)}</strong> ·{' '}
        {t('小节问题 {{count}} 件', { count: of.findings.length })}
        {of.late && <span className="left-over"> · {t('超过期限')}</span>}
      </p>
      {of.held ? (
        <p className="small">
          {t('已谈话')} <DayText day={of.held.heldOn} />：{of.held.note}
        </p>
      ) : (
        <>
          {of.dueAt && (
            <p className="small">
              {t('谈话期限')} <DueText at={of.dueAt} />
            </p>
          )}
          <SayForm
            label={t('谈话内容')}
            action={t('登记谈话')}
            command={command}
            onSend={(note) => command.mutate({ params: { talk: of.talk }, body: { heldOn, note } })}
          >
            <TextField
              label={t('谈话日期')}
              type="date"
              required
              onChange={({ target }) => setHeldOn(target.value)}
            />
          </SayForm>
        </>
      )}
    </div>
  )
}

function TypicalSheet({ of, own }: { readonly of: TypicalCircular; readonly own: string | null }) {
  const t = useText()
  const said = useSaid()
  const command = useCommand(sayTypicalChange, { refreshes: [listTypicalCases] })
  const mine = of.units.find(({ unit }) => unit === own)
  return (
    <div className="sheet stack">
      <p>
        <strong>{of.title}</strong> {of.number}
      </p>
      <ul>
        {of.cases.map(({ unitName, fact, measure }, at) => (
          <li key={at}>
            {said(unitName)} · {fact} · {measure}
          </li>
        ))}
      </ul>
      {mine?.change ? (
        <p className="small">
          {t('本单位改什么')}：{mine.change}
        </p>
      ) : (
        <SayForm
          label={t('本单位改什么')}
          action={t('提交')}
          command={command}
          onSend={(text) => command.mutate({ params: { circular: of.circular }, body: { text } })}
        />
      )}
    </div>
  )
}
