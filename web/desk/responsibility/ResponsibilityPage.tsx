import { Page, Tabs } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { Involved } from './Involved.tsx'
import { useText } from './messages.ts'
import { Silent } from './Silent.tsx'
import { Transfers } from './Transfers.tsx'

const TABS = ['transfers', 'involved', 'silent'] as const

/** 责任: for the head of a department, the coordinator and supervision. */
export function ResponsibilityPage() {
  const t = useText()
  const [{ tab }, change] = useAddress()
  const content = {
    transfers: { title: t('移交与裁定'), content: <Transfers /> },
    involved: { title: t('领导过问'), content: <Involved /> },
    silent: { title: t('没有音讯'), content: <Silent /> },
  }
  return (
    <Page title={t('责任')} lead={t('推诿、领导过问和没有音讯的办件，一目了然。')}>
      <Tabs
        label={t('责任')}
        chosen={TABS.find((one) => one === tab) ?? 'transfers'}
        onChoose={(key) => change({ tab: key })}
        tabs={TABS.map((key) => ({
          key,
          title: content[key].title,
          content: <div className="stack">{content[key].content}</div>,
        }))}
      />
    </Page>
  )
}
