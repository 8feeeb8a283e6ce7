import { Page, Tabs } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { Faults } from './Faults.tsx'
import { Intermediaries } from './Intermediaries.tsx'
import { useText } from './messages.ts'
import { Receipts } from './Receipts.tsx'
import { Register } from './Register.tsx'
import { Surveys } from './Surveys.tsx'

const TABS = ['register', 'receipts', 'faults', 'intermediaries', 'surveys'] as const
type Tab = (typeof TABS)[number]

/** 收费: what may be charged and what was, by the office itself and by those whose services it asks for. */
export function MoneyPage() {
  const t = useText()
  const [{ tab }, change] = useAddress()
  const chosen: Tab = TABS.find((one) => one === tab) ?? 'register'
  return (
    <Page title={t('收费')} lead={t('收费目录、票据、中介机构和收费调研。公布由另一人进行，先公布后施行。')}>
      <Tabs
        label={t('收费')}
        chosen={chosen}
        onChoose={(key) => change({ tab: key })}
        tabs={[
          { key: 'register', title: t('收费目录'), content: <Register /> },
          { key: 'receipts', title: t('票据'), content: <Receipts /> },
          { key: 'faults', title: t('收费问题'), content: <Faults /> },
          { key: 'intermediaries', title: t('中介机构'), content: <Intermediaries /> },
          { key: 'surveys', title: t('收费调研'), content: <Surveys /> },
        ]}
      />
    </Page>
  )
}
