import { Link, useParams } from '@tanstack/react-router'
import {
  type ConferenceView,
  getConference,
  judgeRuling,
  listConferences,
  type RulingView,
} from '#modules/supervision/contract.ts'
import {
  Button,
  DayText,
  Empty,
  Loaded,
  Notice,
  Page,
  Section,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { EvidenceButton } from '#ui/evidence/index.ts'
import { RulingItem } from '#ui/rulings/index.ts'
import { PersonName, usePermits, usePersonName } from '#ui/staff/index.ts'
import { Agenda } from './Agenda.tsx'
import { CancelButton } from './CancelButton.tsx'
import { HoldForm } from './HoldForm.tsx'
import { useText } from './messages.ts'
import { BODY_WORDS, STATUS_WORDS } from './words.ts'
import './conference.css'

/** One conference: who was called, what lay before it, what it ruled and what became of that. */
export function ConferencePage() {
  const t = useText()
  const { conference = '' } = useParams({ strict: false })
  const view = useAnswer(getConference, { params: { conference } })
  return (
    <Page
      title={t('第 {{conference}} 次联席会议', { conference })}
      up={<Link to="/conferences">← {t('联席会议')}</Link>}
      actions={<EvidenceButton kind="conference" id={conference} />}
    >
      <Loaded of={view}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

function Body({ of: view }: { readonly of: ConferenceView }) {
  const t = useText()
  const may = usePermits()
  const mayHold = may('conference.hold')
  return (
    <>
      <Head of={view} />
      <Section title={t('议程')} id="agenda">
        <Agenda items={view.agenda} />
      </Section>
      {view.status === 'called' && mayHold && (
        <Section title={t('记录召开')} id="hold">
          <HoldForm conference={view} />
          <div className="row">
            <CancelButton conference={view} />
          </div>
        </Section>
      )}
      {view.minutes && (
        <Section title={t('会议纪要')} id="minutes">
          <p className="prose conference-minutes">{view.minutes}</p>
        </Section>
      )}
      {view.status === 'held' && (
        <Section title={t('决定')} id="rulings">
          {view.rulings.length === 0 && <Empty>{t('会议没有作出决定。')}</Empty>}
          {view.rulings.map((ruling) => (
            <RulingItem key={ruling.number} of={ruling}>
              {ruling.status === 'reported' && mayHold && <Judging ruling={ruling} />}
            </RulingItem>
          ))}
        </Section>
      )}
    </>
  )
}

function Head({ of: { status, on, convener, members, present } }: { readonly of: ConferenceView }) {
  const t = useText()
  const person = usePersonName()
  const people = members.map(({ body, account }) => `${t(BODY_WORDS[body])} ${person(account)}`)
  return (
    <dl className="facts sheet">
      <div>
        <dt>{t('状态')}</dt>
        <dd>{t(STATUS_WORDS[status])}</dd>
      </div>
      <div>
        <dt>{t('日期')}</dt>
        <dd>
          <DayText day={on} />
        </dd>
      </div>
      <div>
        <dt>{t('召集人')}</dt>
        <dd>
          <PersonName account={convener} />
        </dd>
      </div>
      <div>
        <dt>{t('参加')}</dt>
        <dd>{people.join('，')}</dd>
      </div>
      {present.length > 0 && (
        <div>
          <dt>{t('到会')}</dt>
          <dd>{present.map(person).join('，')}</dd>
        </div>
      )}
    </dl>
  )
}

/** 确认落实 or back to the unit, with what the check found. */
function Judging({ ruling: { conference, number } }: { readonly ruling: RulingView }) {
  const t = useText()
  const said = useSaid()
  const judge = useCommand(judgeRuling, { refreshes: [getConference, listConferences] })
  const field = `ruling-${number}-text`
  const send = (carriedOut: boolean) => {
    const text = (document.getElementById(field) as HTMLInputElement | null)?.value.trim() ?? ''
    judge.mutate({ params: { conference, number }, body: { carriedOut, text } })
  }
  return (
    <div className="form">
      {judge.error && (
        <Notice tone="red" role="alert">
          {said(judge.error.text)}
        </Notice>
      )}
      <TextField id={field} label={t('核实情况')} maxLength={2000} required />
      <div className="row">
        <Button look="main" busy={judge.isPending} onClick={() => send(true)}>
          {t('确认落实')}
        </Button>
        <Button busy={judge.isPending} onClick={() => send(false)}>
          {t('退回')}
        </Button>
      </div>
    </div>
  )
}
