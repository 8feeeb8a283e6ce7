import { type FormEvent, useState } from 'react'
import { getPermitMap, listPermitMaps, type PermitMap } from '#modules/catalogue/contract.ts'
import { Button, Loaded, Page, Section, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { PermitBars } from '#ui/permits/PermitBars.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Demands } from './Demands.tsx'
import { MapEditor } from './MapEditor.tsx'
import { useText } from './messages.ts'

/** 项目手续图 of the desk: drawn by heads of units and supervision, with what is demanded besides. */
export function PermitsPage() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [{ item: chosen }, go] = useAddress()
  const maps = useAnswer(listPermitMaps, {})
  return (
    <Page title={t('项目手续图')} lead={t('从立项到竣工的全部手续；互为前置的画不上去，图外的手续会标出。')}>
      <Loaded of={maps} empty={t('还没有手续图。')}>
        {({ rows }) => (
          <ul className="guide-list">
            {rows.map(({ type, name, permits: count, days }) => (
              <li key={type}>
                <Button
                  look="quiet"
                  aria-current={type === chosen ? 'true' : undefined}
                  onClick={() => go({ item: type })}
                >
                  {said(name)}
                </Button>{' '}
                <span className="soft small">
                  {t('{{permits}} 项手续，最长 {{days}} 个工作日', { permits: count, days })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {permits('permits.draw') && <NewType onBegin={(type) => go({ item: type })} />}
      {chosen && <OneMap key={chosen} type={chosen} />}
    </Page>
  )
}

function NewType({ onBegin }: { readonly onBegin: (type: string) => void }) {
  const t = useText()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onBegin(String(new FormData(event.currentTarget).get('type') ?? ''))
  }
  return (
    <details>
      <summary>{t('新项目类型')}</summary>
      <form className="form" onSubmit={onSubmit}>
        <TextField
          label={t('类型编码（小写字母、数字、连字符）')}
          name="type"
          required
          pattern="[a-z0-9][a-z0-9\-]{0,39}"
        />
        <div>
          <Button type="submit">{t('开始')}</Button>
        </div>
      </form>
    </details>
  )
}

function OneMap({ type }: { readonly type: string }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const map = useAnswer(getPermitMap, { params: { type } })
  const [editing, setEditing] = useState(false)
  const fresh = map.error?.code === 'permits.no-map'
  if (editing || (fresh && permits('permits.draw')))
    return (
      <MapEditor type={type} {...(map.data ? { map: map.data } : {})} onClose={() => setEditing(false)} />
    )
  return (
    <Loaded of={map}>
      {(data) => (
        <Section title={said(data.name)} id="map">
          <p className="soft small">{t('第 {{drawing}} 次绘制：{{reason}}', headOf(data))}</p>
          <PermitBars of={data} />
          {permits('permits.draw') && (
            <div>
              <Button onClick={() => setEditing(true)}>{t('修改')}</Button>
            </div>
          )}
          <Demands map={data} />
        </Section>
      )}
    </Loaded>
  )
}

const headOf = ({ drawing, reason }: PermitMap) => ({ drawing, reason })
