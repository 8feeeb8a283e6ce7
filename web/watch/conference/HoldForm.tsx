import { type FormEvent, useState } from 'react'
import {
  type ConferenceView,
  getConference,
  holdConference,
  listConferences,
} from '#modules/supervision/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  Button,
  Notice,
  presentDayAt,
  SelectField,
  TextAreaField,
  TextField,
  TickField,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { PersonField, usePersonName, useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { BODY_WORDS } from './words.ts'

type Outcome = ConferenceView['carried'][number]['outcome']

/** The minutes: who came, what becomes of what was ruled before, and what is ruled now. */
export function HoldForm({ conference: view }: { readonly conference: ConferenceView }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [rulings, setRulings] = useState<readonly number[]>([0])
  const hold = useCommand(holdConference, { refreshes: [getConference, listConferences] })
  const person = usePersonName()
  const today = presentDayAt('+08:00', Date.now())
  const carriedOver = view.agenda.filter(({ kind }) => kind === 'ruling')

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const body = {
      on: text('on'),
      present: [
        ...new Set(
          view.members
            .filter(({ body: of, account }) => form.has(`present ${of} ${account}`))
            .map(({ account }) => account),
        ),
      ],
      minutes: text('minutes'),
      carried: carriedOver.map(({ conference, number }, place) => ({
        conference: conference ?? '',
        number: number ?? 0,
        outcome: text(`outcome ${place}`) as Outcome,
        text: text(`said ${place}`),
        dueOn: text(`until ${place}`) || null,
      })),
      rulings: rulings.map((key) => ({
        ...{ text: text(`text ${key}`), unit: text(`unit ${key}`), owner: text(`owner ${key}`) },
        ...{ dueOn: text(`due ${key}`), finding: text(`finding ${key}`) || null },
      })),
    }
    const given = { params: { conference: view.conference }, body, ifMatch: view.version }
    hold.mutate(given, { onSuccess: () => say(t('会议已记录。')) })
  }

  return (
    <form className="form" onSubmit={onSubmit}>
      {/* Called for a later day, it may have been held sooner, but not in the days to come. */}
      <DateField
        label={t('召开日期')}
        name="on"
        max={today}
        defaultValue={view.on < today ? view.on : today}
        required
      />
      <fieldset>
        <legend>{t('到会')}</legend>
        {view.members.map(({ body, account }) => (
          <TickField
            key={`${body} ${account}`}
            label={`${t(BODY_WORDS[body])} ${person(account)}`}
            name={`present ${body} ${account}`}
          />
        ))}
      </fieldset>
      {carriedOver.length > 0 && (
        <fieldset>
          <legend>{t('先说明上次未落实的决定')}</legend>
          {carriedOver.map((item, place) => (
            <CarriedOver key={place} text={item.text} place={place} />
          ))}
        </fieldset>
      )}
      <TextAreaField label={t('会议纪要')} name="minutes" minLength={5} maxLength={20000} required />
      {rulings.map((key, place) => (
        <NewRuling
          key={key}
          name={key}
          title={t('第 {{number}} 项', { number: place + 1 })}
          findings={view.agenda}
          onRemove={() => setRulings(rulings.filter((one) => one !== key))}
        />
      ))}
      {/* Beside the button: the head of so long a form is out of sight when it is sent. */}
      {hold.error && (
        <Notice tone="red" role="alert">
          {said(hold.error.text)}
        </Notice>
      )}
      <div className="row">
        <Button onClick={() => setRulings([...rulings, Math.max(-1, ...rulings) + 1])}>
          {t('添加决定')}
        </Button>
        <Button type="submit" look="main" busy={hold.isPending}>
          {t('保存纪要')}
        </Button>
      </div>
    </form>
  )
}

function CarriedOver({ text, place }: { readonly text: string; readonly place: number }) {
  const t = useText()
  const [outcome, setOutcome] = useState<Outcome>('continued')
  return (
    <div className="conference-fields">
      <p className="prose">{text}</p>
      <SelectField
        label={t('结果')}
        name={`outcome ${place}`}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
        options={[
          { value: 'carriedOut', text: t('已落实') },
          { value: 'continued', text: t('继续执行') },
          { value: 'dropped', text: t('不再执行') },
        ]}
      />
      <TextField label={t('说明')} name={`said ${place}`} required />
      {outcome === 'continued' && <DateField label={t('新期限')} name={`until ${place}`} required />}
    </div>
  )
}

interface NewRulingProps {
  readonly name: number
  readonly title: string
  readonly findings: ConferenceView['agenda']
  readonly onRemove: () => void
}

function NewRuling({ name, title, findings, onRemove }: NewRulingProps) {
  const t = useText()
  const units = useUnits()
  const [unit, setUnit] = useState('')
  const about = findings.flatMap(({ finding, text }) => (finding === null ? [] : [{ value: finding, text }]))
  return (
    <fieldset className="conference-fields">
      <legend>{title}</legend>
      <TextAreaField label={t('决定内容')} name={`text ${name}`} rows={2} minLength={5} required />
      <SelectField
        label={t('责任单位')}
        name={`unit ${name}`}
        value={unit}
        onChange={({ target }) => setUnit(target.value)}
        options={[{ value: '', text: '–' }, ...units]}
        required
      />
      <PersonField label={t('责任人')} name={`owner ${name}`} unit={unit || undefined} required />
      <DateField label={t('完成期限')} name={`due ${name}`} required />
      <SelectField
        label={t('来源')}
        name={`finding ${name}`}
        options={[{ value: '', text: '–' }, ...about]}
      />
      <Button onClick={onRemove}>{t('去掉')}</Button>
    </fieldset>
  )
}
