import { getPermitMap, listPermitMaps } from '#modules/catalogue/contract.ts'
import { Button, Loaded, Page, useAnswer, useSaid } from '#ui/index.ts'
import { PermitBars } from '#ui/permits/PermitBars.tsx'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** 项目全流程手续: which kinds of project there are, and for one of them everything from approval to completion. */
export function PermitsPage({ type }: { readonly type: string }) {
  return type ? <OneMap type={type} /> : <AllMaps />
}

function AllMaps() {
  const t = useText()
  const said = useSaid()
  const maps = useAnswer(listPermitMaps, {})
  return (
    <Page title={t('项目全流程手续')} lead={t('从立项到竣工要办哪些手续、找哪个部门、各要几天。')}>
      <Loaded of={maps} empty={t('还没有公布手续图。')}>
        {({ rows }) => (
          <ul className="guide-list">
            {rows.map(({ type, name, permits, days }) => (
              <li key={type}>
                <GoTo to={pageAt('permits', type)}>{said(name)}</GoTo>{' '}
                <span className="soft small">
                  {t('{{permits}} 项手续，最长 {{days}} 个工作日', { permits, days })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

function OneMap({ type }: { readonly type: string }) {
  const t = useText()
  const said = useSaid()
  const map = useAnswer(getPermitMap, { params: { type } })
  return (
    <Page
      title={map.data ? said(map.data.name) : t('项目全流程手续')}
      lead={t('图上没有的手续，可以不办；有人要求，请拨打 12345。')}
      actions={<Button onClick={() => window.print()}>{t('打印')}</Button>}
    >
      <Loaded of={map}>{(data) => <PermitBars of={data} />}</Loaded>
      <p>
        <GoTo to={pageAt('permits')}>{t('其他项目')}</GoTo>
      </p>
    </Page>
  )
}
