import type { MeasureView } from '#modules/accountability/contract.ts'
import { Notice, presentDayAt, sayDay, sayLimit, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** Until when one may ask for it to be looked at again: the last day, from when it is counted, and under which law. */
export function AppealTime({ of }: { readonly of: MeasureView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const way = of.appealWay[(of.appeals.at(-1)?.step ?? -1) + 1]
  const direct = of.appeals.length === 0 && of.directBy ? of.appealWay.find((one) => one.direct) : undefined
  if (!way || !of.appealBy) return null
  const day = sayDay(of.appealBy, language)
  const step = said(way.name)
  if (presentDayAt('+08:00', Date.now()) > of.appealBy)
    return <Notice tone="yellow">{t('申请{{step}}的期限已于 {{day}} 届满。', { step, day })}</Notice>
  const limit = sayLimit(way.ask, language)
  return (
    <Notice>
      <p>
        <strong>
          {t('不服的，可以申请{{step}}，最后一天是 {{day}}（当天仍可以提出）。', { step, day })}
        </strong>
      </p>
      <p className="small">
        {of.served && of.appeals.length === 0
          ? t('从 {{served}} 送达的第二天起算 {{limit}}。', { served: sayDay(of.served.on, language), limit })
          : t('从上一级作出决定的第二天起算 {{limit}}。', { limit })}{' '}
        {t('受理后 {{limit}} 内决定。', { limit: sayLimit(way.decide, language) })}{' '}
        {t('依据：{{basis}}。', { basis: way.basis })}
      </p>
      {direct && of.directBy && (
        <p className="small">
          {t('也可以不经{{step}}直接提出{{next}}，最后一天是 {{day}}。', {
            ...{ step, next: said(direct.name), day: sayDay(of.directBy, language) },
          })}
        </p>
      )}
      <p className="small">{t('复核、申诉期间不停止执行，也不会因此加重。')}</p>
    </Notice>
  )
}
