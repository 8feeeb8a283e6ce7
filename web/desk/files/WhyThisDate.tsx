import type { FileClockPanel } from '#modules/cases/contract.ts'
import { DayText, InstantText, sayDue, Section, Table, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

type Day = FileClockPanel['days'][number]

/** The chain from the trigger to the due day, in sentences and day by day. */
export function WhyThisDate({ of: { reasons, changes, days } }: { readonly of: FileClockPanel }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const due = (at: string | null) => (at ? sayDue(at, language) : t('无到期日'))
  return (
    <div className="stack why">
      <ul className="changes">
        {reasons.map((reason, index) => (
          <li key={index}>{said(reason)}</li>
        ))}
      </ul>
      {changes.length > 0 && (
        <Section title={t('到期日的变动')}>
          <ol className="changes">
            {changes.map((change) => (
              <li key={change.at}>
                <InstantText at={change.at} />{' '}
                {t('由 {{from}} 改为 {{to}}', { from: due(change.from), to: due(change.to) })}
                {language === 'en' ? ': ' : '：'}
                {said(change.why)}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Table<Day>
        caption={t('逐日')}
        showCaption
        rows={days}
        rowKey={({ day }) => day}
        rowClass={({ counts }) => (counts ? undefined : 'step-uncounted')}
        columns={[
          { key: 'day', title: t('日期'), cell: ({ day }) => <DayText day={day} /> },
          { key: 'count', title: t('计数'), numeric: true, cell: ({ count }) => count ?? '–' },
          { key: 'why', title: t('说明'), cell: ({ why }) => said(why) },
          { key: 'source', title: t('出处'), cell: ({ source }) => source ?? '–' },
        ]}
      />
    </div>
  )
}
