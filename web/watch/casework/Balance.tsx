import { INVESTIGATION_KINDS, reconcileInvestigations } from '#modules/accountability/contract.ts'
import { DayText, Loaded, Notice, sayCount, Section, useAnswer, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { Cases } from './CaseList.tsx'
import { useText } from './messages.ts'

/** 发现一起、查处一起: what was found beside what was decided, and what stands between them. */
export function Balance() {
  const t = useText()
  const said = useSaid()
  const [{ from, until }] = useAddress()
  const balance = useAnswer(reconcileInvestigations, {
    query: { ...(from && { from }), ...(until && { until }) },
  })
  return (
    <Loaded of={balance}>
      {(data) => (
        <>
          <p>
            <DayText day={data.from} /> – <DayText day={data.until} />：{t('发现')} {sayCount(data.found)} ·{' '}
            {t('已决定')} {sayCount(data.decided)} · {t('不立案')} {sayCount(data.dropped)} · {t('未结')}{' '}
            {sayCount(data.open.length)}
          </p>
          <Notice tone={data.balanced ? 'plain' : 'yellow'} role="status">
            {data.balanced ? t('账平：发现的都已查处。') : t('账不平：未结的和没有登记的在下面。')}
          </Notice>
          <p className="soft small">
            {data.byKind
              .map(({ kind, found, decided }) => `${said(INVESTIGATION_KINDS[kind])} ${found}/${decided}`)
              .join(' · ')}
          </p>
          {data.neverEntered.length > 0 && (
            <Section title={t('没有登记的线索')}>
              <ul className="casework-limits">
                {data.neverEntered.map(({ reference, unit, on, because }) => (
                  <li key={reference}>
                    {reference} · {said(unit)} · <DayText day={on} /> · {said(because)}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {data.silentUnits.length > 0 && (
            <Section title={t('从不登记的单位')}>
              <ul className="casework-limits">
                {data.silentUnits.map(({ unit, unitName, because }) => (
                  <li key={unit}>
                    {said(unitName)} · {said(because)}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {data.open.length > 0 && (
            <Section title={t('未结的个案和理由')}>
              <ul className="casework-limits">
                {data.open.map(({ number, title, why }) => (
                  <li key={number}>
                    {title} · {said(why)}
                  </li>
                ))}
              </ul>
              <Cases rows={data.open} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}
