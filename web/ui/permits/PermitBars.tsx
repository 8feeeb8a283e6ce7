import type { PermitMap } from '#modules/catalogue/contract.ts'
import { useSaid } from '../language/catalogue.ts'
import { useText } from './messages.ts'
import './permits.css'

type Permit = PermitMap['permits'][number]

/** The map of a kind of project: what comes after what, at whom, for how long; the chain that decides the total in ink. */
export function PermitBars({ of: map }: { readonly of: PermitMap }) {
  const t = useText()
  const said = useSaid()
  const names = new Map(map.permits.map(({ code, name }) => [code, said(name)]))
  const nameOf = (code: string) => names.get(code) ?? code
  const ordered = map.permits.toSorted((a, b) => a.from - b.from || a.until - b.until)
  return (
    <>
      <p>
        <strong>
          {t('最长 {{days}} 个工作日：{{chain}}', {
            days: map.days,
            chain: map.through.map(nameOf).join(' → '),
          })}
        </strong>{' '}
        <span className="small soft">{said(map.because)}</span>
      </p>
      <div className="permit-scroll" role="region" aria-label={t('全流程手续')} tabIndex={0}>
        <table className="permit-table">
          <thead>
            <tr>
              <th scope="col">{t('手续')}</th>
              <th scope="col">{t('部门')}</th>
              <th scope="col">{t('天数')}</th>
              <th scope="col">{t('前置')}</th>
              <th scope="col">{t('最早')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((permit) => (
              <Row key={permit.code} of={permit} total={map.days} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface RowProps {
  readonly of: Permit
  readonly total: number
  readonly nameOf: (code: string) => string
}

function Row({ of: permit, total, nameOf }: RowProps) {
  const t = useText()
  const said = useSaid()
  const { from, until, days, slack, critical, needs } = permit
  const share = (value: number) => `${total === 0 ? 0 : (value / total) * 100}%`
  return (
    <tr>
      <th scope="row">
        {said(permit.name)} {critical && <span className="small">◆ {t('关键')}</span>}
      </th>
      <td>{said(permit.unitName)}</td>
      <td>{t('{{days}} 天', { days })}</td>
      <td className="small">{needs.map(nameOf).join('、') || '—'}</td>
      <td>
        <span className="permit-track" aria-hidden="true">
          <span
            className={critical ? 'permit-bar is-critical' : 'permit-bar'}
            style={{ insetInlineStart: share(from), width: share(Math.max(until - from, total / 100)) }}
          />
        </span>
        <span className="small soft">
          {t('第 {{from}}–{{until}} 天', { from: from + (days > 0 ? 1 : 0), until })}
          {slack > 0 && ` · ${t('可以晚')} ${t('{{days}} 天', { days: slack })}`}
        </span>
      </td>
    </tr>
  )
}
