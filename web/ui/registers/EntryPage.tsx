import { useParams } from '@tanstack/react-router'
import type { Institution } from '#engines/registers/contract.ts'
import { type EntryView, getEntry } from '#modules/institutions/contract.ts'
import {
  DayText,
  DueText,
  InstantText,
  LevelMark,
  Loaded,
  Notice,
  Page,
  Section,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { AnswerButton } from './AnswerButton.tsx'
import { History } from './History.tsx'
import { Go, registerAt } from './link.ts'
import { useText } from './messages.ts'
import { PersonValue } from './PersonValue.tsx'
import { Steps } from './Steps.tsx'
import { useValueWords } from './value-words.ts'
import './registers.css'

/** One entry: what stands in it, what is to be noticed, what can be done, and everything that happened. Prints as a form. */
export function EntryPage() {
  const t = useText()
  const { institution = '', entry = '' } = useParams({ strict: false }) as {
    institution?: string
    entry?: string
  }
  const view = useAnswer(getEntry, { params: { institution, entry } })
  return (
    <Page
      title={view.data ? `${view.data.named} ${entry}` : entry}
      up={<Go to={registerAt(institution)}>← {t('记录')}</Go>}
    >
      <Loaded of={view}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

function Body({ of: entry }: { readonly of: EntryView }) {
  const t = useText()
  const definition = entry.definition as unknown as Institution
  return (
    <>
      <Flags of={entry} />
      <Facts of={entry} definition={definition} />
      <Section title={t('可办')} id="steps">
        <Steps of={entry} definition={definition} />
      </Section>
      {entry.limits.length > 0 && (
        <Section title={t('时限')} id="limits">
          <Limits of={entry} definition={definition} />
        </Section>
      )}
      <Section title={t('经过')} id="history">
        <History of={entry} definition={definition} />
      </Section>
    </>
  )
}

function Flags({ of: entry }: { readonly of: EntryView }) {
  const t = useText()
  const said = useSaid()
  return entry.flags.map((flag) => (
    <Notice key={flag.flag} tone={flag.level === 'red' ? 'red' : 'yellow'}>
      <LevelMark level={flag.level} brief /> {said(flag.title)}
      {flag.answer && (
        <div className="small">
          {t('说明：{{text}}', { text: flag.answer.text })} — {said(flag.answer.by)}{' '}
          <InstantText at={flag.answer.at} />
        </div>
      )}
      {entry.mayAnswer && <AnswerButton of={entry} flag={flag} />}
    </Notice>
  ))
}

interface PartProps {
  readonly of: EntryView
  readonly definition: Institution
}

function Facts({ of: entry, definition }: PartProps) {
  const t = useText()
  const said = useSaid()
  const words = useValueWords()
  const state = definition.states.find(({ code }) => code === entry.state)
  const filled = definition.fields.filter(({ code }) => entry.values[code] !== undefined)
  return (
    <dl className="facts sheet">
      <div>
        <dt>{t('状态')}</dt>
        <dd>
          <strong>{state ? said(state.title) : entry.state}</strong>
        </dd>
      </div>
      <div>
        <dt>{t('单位')}</dt>
        <dd>{said(entry.unit)}</dd>
      </div>
      <div>
        <dt>{t('登记日期')}</dt>
        <dd>
          <DayText day={entry.openedOn} />{' '}
          <span className="small soft">{t('按 {{version}} 版制度登记', { version: entry.version })}</span>
        </dd>
      </div>
      {filled.map((field) => (
        <div key={field.code}>
          <dt>{said(field.title)}</dt>
          <dd>
            {field.kind === 'person' ? (
              <PersonValue of={entry} field={field} />
            ) : field.kind === 'day' ? (
              <DayText day={String(entry.values[field.code])} />
            ) : (
              words(field, entry.values[field.code], entry.called[field.code])
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const WORDS = { open: '到期', suspended: '到期', stopped: '已办结', expired: '已超时' } as const

function Limits({ of: entry, definition }: PartProps) {
  const t = useText()
  const said = useSaid()
  return (
    <ul>
      {entry.limits.map(({ clock, dueAt, status, provisional }, at) => {
        const title = definition.clocks.find(({ code }) => code === clock)?.title
        return (
          <li key={`${clock}-${at}`}>
            {title ? said(title) : clock} · {t(WORDS[status])} {dueAt && <DueText at={dueAt} />}
            {provisional && <span className="small soft"> {t('暂定')}</span>}
          </li>
        )
      })}
    </ul>
  )
}
