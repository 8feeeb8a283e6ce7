import { Page, Tabs } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Discretion } from './Discretion.tsx'
import { Liability } from './Liability.tsx'
import { OnTheSpot } from './OnTheSpot.tsx'
import { Pledges } from './Pledges.tsx'
import { Readings } from './Readings.tsx'
import { SameDay } from './SameDay.tsx'
import { Urgent } from './Urgent.tsx'
import { useText } from './messages.ts'

const TABS = ['spot', 'day', 'urgent', 'pledges', 'discretion', 'readings', 'liability'] as const

/** 办理方式: for the hall's manager, heads of sections and supervision; everybody sees as far as he sees cases. */
export function KindsPage() {
  const t = useText()
  const [{ tab }, change] = useAddress()
  const may = usePermits()
  const content = {
    spot: { title: t('当场办结'), content: <OnTheSpot /> },
    day: { title: t('当日办结'), content: <SameDay /> },
    urgent: { title: t('急件'), content: <Urgent mayAudit={may('urgency.audit')} /> },
    pledges: { title: t('承诺核查'), content: <Pledges mayCheck={may('files.handle')} /> },
    discretion: { title: t('类案比对'), content: <Discretion /> },
    readings: { title: t('解释性不予'), content: <Readings mayReview={may('readings.review')} /> },
    liability: { title: t('默认责任'), content: <Liability mayInquire={may('liability.inquire')} /> },
  }
  return (
    <Page title={t('办理方式')} lead={t('当场办结、急件、承诺、裁量和责任：按办件记录计算，不靠填报。')}>
      <Tabs
        label={t('办理方式')}
        chosen={TABS.find((one) => one === tab) ?? 'spot'}
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
