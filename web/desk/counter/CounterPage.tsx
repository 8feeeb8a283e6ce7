import { useEffect, useRef, useState } from 'react'
import { type FormAnswers, getGuide, type GuideView } from '#modules/catalogue/contract.ts'
import { getSeat } from '#modules/hall/contract.ts'
import { usePermits, useSession } from '#ui/staff/index.ts'
import {
  Button,
  Failed,
  Notice,
  Page,
  presentDayAt,
  TextField,
  TickField,
  useAnswer,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { faultsOfAnswers, nothingAnswered } from '#ui/item-form/index.ts'
import { ApplicantForm, type WhoApplies } from './ApplicantForm.tsx'
import { type AtOnce, AtOnceDialog } from './AtOnceDialog.tsx'
import { Checklist } from './Checklist.tsx'
import { agentFaultsOf, askedOf, faultsOf, missingOf, NOBODY, NOTHING_TICKED } from './filled.ts'
import { GivenPanel } from './GivenPanel.tsx'
import { ItemFinder } from './ItemFinder.tsx'
import { counterHere, lastItems } from './last-items.ts'
import { useText } from './messages.ts'
import { PaperForm } from './PaperForm.tsx'
import { namesOf, Receipt, usePromise } from './Receipt.tsx'
import { SeatBar } from './SeatBar.tsx'
import { SupplementDialog, type SupplementSaid } from './SupplementDialog.tsx'
import { TicketPanel } from '../queue/TicketPanel.tsx'
import { useSending } from './use-sending.ts'
import './counter.css'

/** 窗口: one screen from the item to the receipt, by keyboard: find, type, tick, Enter. */
export function CounterPage() {
  const t = useText()
  const [round, setRound] = useState(0)
  const [counter, setCounter] = useState(counterHere.read)
  const [called, setCalled] = useState<string | null>(null)
  const seat = useAnswer(getSeat, {}, { enabled: usePermits()('hall.serve') })
  return (
    <Page title={t('窗口收件')} actions={<SeatBar counter={counter} onCounter={setCounter} />}>
      {/* The next applicant begins with an empty page: nothing of the last one may stay in any field. */}
      <TicketPanel seated={!!seat.data?.counter} onCalled={({ item }) => setCalled(item)} />
      <OneFile
        key={round}
        counter={counter}
        called={called}
        onNext={() => (setCalled(null), setRound(round + 1))}
      />
    </Page>
  )
}

interface OneFileProps {
  readonly counter: string
  readonly onNext: () => void
}

function OneFile({ counter, called, onNext }: OneFileProps & { readonly called: string | null }) {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const [item, setItem] = useState<string | null>(null)
  // A called number brings its item along; a file that is being filled in stays as it is.
  useEffect(() => {
    if (called !== null) setItem((before) => before ?? called)
  }, [called])
  const guide = useAnswer(
    getGuide,
    { params: { item: item ?? '' }, query: { jurisdiction } },
    { enabled: item !== null },
  )
  const finder = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (item === null) finder.current?.focus()
  }, [item])

  return (
    <div className="counter">
      {item === null ? (
        <section className="counter-part" aria-labelledby="part-item">
          <h2 id="part-item">{t('事项')}</h2>
          <ItemFinder box={finder} onChoose={setItem} />
        </section>
      ) : guide.data ? (
        <Filling view={guide.data} counter={counter} onOtherItem={() => setItem(null)} onNext={onNext} />
      ) : guide.error ? (
        <Failed problem={guide.error} again={guide.refetch} />
      ) : (
        <Waiting />
      )}
      {item === null && (
        <>
          <section className="counter-part counter-empty soft" aria-label={t('材料')}>
            {t('先选事项')}
          </section>
          <section className="counter-part counter-empty" aria-label={t('回执')}>
            <Receipt itemName="" unit="" applicant="" agent="" handedIn={[]} missing={[]} promise="" />
          </section>
        </>
      )}
      <span className="visually-hidden" role="status">
        {guide.data && said(guide.data.guide.content.name)}
      </span>
    </div>
  )
}

/** Offices are in one zone; a traveller's laptop is not. */
const today = () => presentDayAt('+08:00', Date.now())

/** Only what yields a licence, or renews one, can be applied for as a renewal. */
const yieldsLicence = ({ results }: GuideView['guide']['content']): boolean =>
  results.some(({ kind, licence = 'grants' }) => kind === 'licence' && /^(grants|renews)$/.test(licence))

interface HowSent {
  readonly told?: SupplementSaid
  readonly atOnce?: AtOnce
}

interface FillingProps extends OneFileProps {
  readonly view: GuideView
  readonly onOtherItem: () => void
}

function Filling({ view: { guide, standing }, counter, onOtherItem, onNext }: FillingProps) {
  const t = useText()
  const said = useSaid()
  const promise = usePromise()
  const sending = useSending()
  const [who, setWho] = useState<WhoApplies>({ applicant: NOBODY, agent: null })
  const [ticked, setTicked] = useState(NOTHING_TICKED)
  const [checked, setChecked] = useState(false)
  const [answers, setAnswers] = useState<FormAnswers>({})
  const [asking, setAsking] = useState(false)
  const [renews, setRenews] = useState('')
  const [pledged, setPledged] = useState(false)
  const [finishing, setFinishing] = useState(false)
  const person = useRef<HTMLFieldSetElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const { content, unit } = guide
  const onPaper = nothingAnswered(answers)
  const answerFaults = onPaper ? {} : faultsOfAnswers(content.form, answers)
  const materials = askedOf(content.materials)
  const waived = pledged ? (content.pledge?.waives ?? []) : []
  const missing = missingOf(materials, ticked).filter(({ code }) => !waived.includes(code))
  const missingCodes = missing.map(({ code }) => code)
  const { applicant, agent } = who
  const faults = {
    applicant: faultsOf(applicant),
    agent: agent ? agentFaultsOf(agent, applicant, today()) : {},
  }
  const { given } = sending

  useEffect(() => person.current?.querySelector('input')?.focus(), [])

  /** Sends nothing that would be refused: the cursor goes to what is wrong. */
  const sound = (): boolean => {
    setChecked(true)
    const [first] = [
      ...Object.keys(faults.applicant),
      ...Object.keys(faults.agent).map((name) => `agent-${name}`),
    ]
    if (first) person.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
    const [wrong] = Object.keys(answerFaults)
    if (!first && wrong) document.getElementsByName(`form-${wrong}`)[0]?.focus()
    return first === undefined && wrong === undefined && !sending.busy && !given
  }
  const send = (missing: readonly string[], accept: boolean, more: HowSent = {}) => {
    setAsking(false)
    setFinishing(false)
    lastItems.add(guide.item)
    const form = onPaper ? undefined : answers
    void sending.send(
      { guide, applicant, agent, ticked, counter, form, renews, pledged },
      { missing, accept, ...more },
    )
  }
  const atOnce = (content.limits.onTheSpot || content.sameDay) && !content.filing
  const answer = () => {
    if (!sound()) return
    if (missing.length === 0 && atOnce && !pledged) setFinishing(true)
    else if (missing.length === 0) send([], true)
    else setAsking(true)
  }

  return (
    <>
      <section className="counter-part" aria-label={t('事项')} inert={given !== null}>
        <div className="chosen-item">
          <strong>{said(content.name)}</strong>
          <span className="small soft">{promise(content.limits.committed, content.limits.onTheSpot)}</span>
          {!given && (
            <Button look="quiet" onClick={onOtherItem}>
              {t('换事项')}
            </Button>
          )}
        </div>
        {standing.because && <Notice tone="yellow">{standing.because}</Notice>}
        <ApplicantForm
          frame={person}
          typed={who}
          faults={checked ? faults : { applicant: {}, agent: {} }}
          onChange={setWho}
          onDone={() => list.current?.focus()}
        />
        {yieldsLicence(content) && (
          <TextField
            label={t('延续的证照编号（仅限持有人）')}
            value={renews}
            maxLength={60}
            onChange={({ target }) => setRenews(target.value)}
          />
        )}
        {content.pledge && (
          <TickField
            label={t('申请人已被告知条件并签署承诺书，免交：{{names}}', {
              names: materials
                .filter(({ code }) => content.pledge?.waives.includes(code))
                .map(({ name }) => said(name))
                .join('、'),
            })}
            checked={pledged}
            onChange={({ target }) => setPledged(target.checked)}
          />
        )}
        {content.form.length > 0 && (
          <PaperForm
            fields={content.form}
            answers={answers}
            faults={checked ? answerFaults : {}}
            onChange={setAnswers}
          />
        )}
      </section>
      <section className="counter-part counter-materials" aria-label={t('材料')} inert={given !== null}>
        <div className="row apart">
          <h2>{t('材料')}</h2>
          <span className="small soft" role="status">
            {missing.length === 0
              ? t('材料齐全')
              : t('收到 {{got}} 份，缺 {{missing}} 份', {
                  got: ticked.handedIn.length,
                  missing: missing.length,
                })}
          </span>
        </div>
        <Checklist frame={list} materials={materials} ticked={ticked} onTick={setTicked} onSend={answer} />
        <p className="small soft">{t('材料清单之外不得再要求提交任何材料。')}</p>
        {sending.problem && (
          <Notice tone="red" role="alert">
            {said(sending.problem.text)}
          </Notice>
        )}
        {!given && (
          <div className="row counter-actions">
            <Button look="main" busy={sending.busy} onClick={answer}>
              {missing.length === 0 ? t('受理并打印回执') : t('一次性告知补正')} <kbd>Enter</kbd>
            </Button>
            <Button busy={sending.busy} onClick={() => sound() && send([], false)}>
              {t('只收件')}
            </Button>
            <Button look="quiet" onClick={onNext}>
              {t('清空')}
            </Button>
          </div>
        )}
      </section>
      <section className="counter-part counter-receipt" aria-label={t('回执')}>
        {given && (
          <GivenPanel
            given={given}
            untold={sending.untold}
            busy={sending.busy}
            onTellAgain={() => sending.tellAgain(missingCodes)}
            onNext={onNext}
          />
        )}
        <Receipt
          itemName={said(content.name)}
          unit={unit}
          applicant={applicant.name}
          agent={agent?.name ?? ''}
          handedIn={namesOf(
            materials.filter(({ code }) => ticked.handedIn.includes(code)),
            said,
          )}
          missing={namesOf(given && !given.file.supplement ? [] : missing, said)}
          promise={promise(content.limits.committed, content.limits.onTheSpot)}
          {...(given ?? {})}
        />
      </section>
      {finishing && (
        <AtOnceDialog
          content={content}
          onConfirm={(said) => send([], true, { atOnce: said })}
          onClose={() => setFinishing(false)}
        />
      )}
      <SupplementDialog
        open={asking}
        missing={missing}
        onConfirm={(told) => send(missingCodes, false, { told })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
