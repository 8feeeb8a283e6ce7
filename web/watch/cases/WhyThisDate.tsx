import { type ClockView, type ExplanationView, explainClock } from '#modules/supervision/contract.ts'
import {
  Button,
  DayText,
  InstantText,
  Loaded,
  sayDue,
  sayInstant,
  Section,
  Table,
  TextField,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'

/** The chain from trigger to due instant, day by day, also as it was known at an earlier moment. */
export function WhyThisDate({ clock }: { readonly clock: ClockView }) {
  const t = useText()
  const [{ asOf }, change] = useAddress()
  const explanation = useAnswer(explainClock, { params: { clock: clock.clock }, query: { asOf } })
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(clock.startedAt)?.[0] ?? 'Z'

  return (
    <div className="stack why">
      <div className="row no-print">
        <TextField
          type="datetime-local"
          label={t('当时所知')}
          hint={t('按这一时刻的记录和日历重新说明。留空为现在。')}
          value={asOf?.slice(0, 16) ?? ''}
          onChange={({ target }) =>
            change({ asOf: target.value ? `${target.value}:00${offset}` : undefined })
          }
        />
        {asOf && <Button onClick={() => change({ asOf: undefined })}>{t('回到现在')}</Button>}
      </div>
      <Loaded of={explanation}>{(data) => <Chain of={data} />}</Loaded>
    </div>
  )
}

type Step = ExplanationView['steps'][number]

function Chain({ of: { asOf, summary, steps, changes } }: { readonly of: ExplanationView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return (
    <>
      <p className="prose">
        <strong>{said(summary)}</strong>{' '}
        <span className="soft small">{t('按 {{at}} 所知', { at: sayInstant(asOf, language) })}</span>
      </p>
      {changes.length > 0 && (
        <Section title={t('到期日的变动')}>
          <ol className="changes">
            {changes.map((change) => (
              <li key={change.at}>
                <InstantText at={change.at} />{' '}
                {t('由 {{from}} 改为 {{to}}', {
                  from: sayDue(change.from, language),
                  to: sayDue(change.to, language),
                })}
                {language === 'en' ? ': ' : '：'}
                {said(change.why)}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Table<Step & { readonly index: number }>
        caption={t('逐日')}
        showCaption
        rows={steps.map((step, index) => ({ ...step, index }))}
        rowKey={(step) => String(step.index)}
        rowClass={(step) => (step.count === null ? 'step-uncounted' : undefined)}
        columns={[
          { key: 'day', title: t('日期'), cell: (step) => (step.day ? <DayText day={step.day} /> : '–') },
          { key: 'count', title: t('计数'), numeric: true, cell: (step) => step.count ?? '–' },
          { key: 'text', title: t('说明'), cell: (step) => said(step.text) },
          { key: 'source', title: t('出处'), cell: (step) => step.source ?? '–' },
        ]}
      />
    </>
  )
}
