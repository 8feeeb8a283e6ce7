import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FormAnswers, ItemContent } from '#modules/catalogue/contract.ts'
import { saveDraft } from '#modules/residents/contract.ts'
import { Button, Failed, Notice, presentDayAt, sayInstant, useCommand, useLanguage } from '#ui/index.ts'
import { type AnswerFaults, faultsOfAnswers } from '#ui/item-form/index.ts'
import { type Application, writeDraft } from './draft.ts'
import { useText } from './messages.ts'
import { type Fault, faultOf, questionsOf } from './questions.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { Review } from './Review.tsx'
import type { SentApplication } from './Sent.tsx'
import { useSending } from './use-sending.ts'

interface FormProps {
  readonly item: string
  readonly content: ItemContent
  readonly begin: Application
  readonly savedAt: string | undefined
  /** Filled in from what was given at another time. */
  readonly known: boolean
  readonly onAgain: () => void
  readonly onSent: (sent: SentApplication) => void
}

export function Form({ item, content, begin, savedAt, known, onAgain, onSent }: FormProps) {
  const t = useText()
  const language = useLanguage()
  const questions = questionsOf(content)
  const [given, setGiven] = useState(begin)
  const [fault, setFault] = useState<Fault>()
  const [answerFaults, setAnswerFaults] = useState<AnswerFaults>({})
  const frame = useRef<HTMLFormElement>(null)
  const saving = useCommand(saveDraft)
  const sending = useSending(item, onSent)
  const heading = useRef<HTMLDivElement>(null)
  const step = Math.min(given.step, questions.length - 1)
  const question = questions[step]

  const save = (now: Application) => saving.mutate({ params: { item }, body: { content: writeDraft(now) } })
  const change = (some: Partial<Application>, { keep = false } = {}) => {
    const now = { ...given, ...some }
    setGiven(now)
    setFault(undefined)
    if (some.form) setAnswerFaults((faults) => withoutMended(faults, given.form, some.form))
    // A file that has arrived is kept at once; what is typed, with the next step.
    if (keep) save(now)
  }
  const goTo = (next: number) => {
    const now = { ...given, step: next }
    setGiven(now)
    setFault(undefined)
    setAnswerFaults({})
    save(now)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!question) return
    const found = faultOf(question, given)
    setFault(found)
    const wrong = question.ask === 'form' ? faultsOfAnswers(question.fields, given.form) : {}
    setAnswerFaults(wrong)
    const [first] = Object.keys(wrong)
    if (first) frame.current?.querySelector<HTMLElement>(`[name="form-${first}"]`)?.focus()
    else if (!found) goTo(step + 1)
  }
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else heading.current?.focus()
  }, [step])

  if (!question) return null
  return (
    <div className="stack apply-question">
      {savedAt && step === begin.step && (
        <Notice>
          {t('从上次的草稿接着填（{{at}} 保存）。', { at: sayInstant(localText(savedAt), language) })}{' '}
          <Button look="quiet" onClick={onAgain}>
            {t('重新填写')}
          </Button>
        </Notice>
      )}
      {known && step === 1 && <Notice>{t('以下资料来自您上次填写，请核对。')}</Notice>}
      <div className="apply-progress" ref={heading} tabIndex={-1}>
        <span className="small">
          {t('第 {{step}} 步，共 {{all}} 步', { step: step + 1, all: questions.length })}
        </span>
        <progress value={step + 1} max={questions.length} aria-hidden="true" />
      </div>
      {question.ask === 'review' ? (
        <Review
          content={content}
          given={given}
          questions={questions}
          onChange={change}
          onGoTo={goTo}
          sending={sending.isPending}
          onSend={() => sending.send(given)}
        />
      ) : (
        <form className="stack apply-question" onSubmit={submit} ref={frame} noValidate>
          <QuestionFields {...{ item, question, given, fault, answerFaults }} onChange={change} />
          <div className="apply-nav">
            {step > 0 ? <Button onClick={() => goTo(step - 1)}>{t('上一步')}</Button> : <span />}
            <Button type="submit" look="main">
              {t('下一步')}
            </Button>
          </div>
        </form>
      )}
      {sending.error && <Failed problem={sending.error} />}
      <Saved state={saving.status} />
    </div>
  )
}

/** A fault goes away as soon as its field is touched; the others stay to be seen. */
const withoutMended = (faults: AnswerFaults, before: FormAnswers, after: FormAnswers = {}): AnswerFaults =>
  Object.fromEntries(Object.entries(faults).filter(([code]) => before[code] === after[code]))

/** The server says instants of drafts in UTC; people read their own clock. */
function localText(instant: string): string {
  const at = new Date(instant)
  const offset = -at.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0')
  const zone = `${sign}${two(offset / 60)}:${two(offset % 60)}`
  const day = presentDayAt(`2000-01-01T00:00:00${zone}`, at.getTime())
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}:00${zone}`
}

function Saved({ state }: { readonly state: 'idle' | 'pending' | 'success' | 'error' }) {
  const t = useText()
  const words = {
    idle: '',
    pending: t('正在保存…'),
    success: t('已保存，可以随时离开，下次接着填。'),
    error: t('没有保存上，内容还在本页。'),
  }
  return (
    <p className="soft small" role="status">
      {words[state]}
    </p>
  )
}
