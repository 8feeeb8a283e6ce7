import type { JointView, MeetingView } from '#modules/cases/contract.ts'
import { DayText, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** Who was called together, when and where, who came, and what came of it. */
export function Meetings({ of: { meetings } }: { readonly of: JointView }) {
  const t = useText()
  if (meetings.length === 0) return <p className="soft">{t('没有会审或踏勘。')}</p>
  return (
    <ul className="parts">
      {meetings.map((meeting) => (
        <li key={meeting.meeting} className={meeting.held ? 'part-done' : 'part-open'}>
          <Meeting of={meeting} />
        </li>
      ))}
    </ul>
  )
}

function Meeting({ of: { kind, on, place, matter, units, held } }: { readonly of: MeetingView }) {
  const t = useText()
  const said = useSaid()
  const nameOf = (unit: string) => {
    const found = units.find((one) => one.unit === unit)
    return found ? said(found.name) : unit
  }
  return (
    <>
      <strong>{kind === 'survey' ? t('联合踏勘') : t('联合会审')}</strong>{' '}
      <DayText day={held?.heldOn ?? on} /> · {place} · {matter}
      <div className="small soft">{units.map(({ name }) => said(name)).join('、')}</div>
      {held ? (
        <div className="small">
          {t('到会')}：
          {held.attended.map(({ unit, people }) => `${nameOf(unit)}（${people}）`).join('、') || '—'}；
          {t('缺席')}：{held.absent.map(nameOf).join('、') || '—'}
          <div>
            {t('结论')}：{held.result}
          </div>
        </div>
      ) : (
        <div className="small soft">{t('尚未登记结果')}</div>
      )}
    </>
  )
}
