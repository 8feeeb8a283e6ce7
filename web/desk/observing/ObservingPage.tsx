import { Page } from '#ui/index.ts'
import { OwnRegisters } from '#ui/registers/OwnRegisters.tsx'
import { useText } from './messages.ts'

/** 监督报告: supervisors and contacts of monitoring points report from their phone, and see their own. */
export function ObservingPage() {
  const t = useText()
  return (
    <Page
      title={t('监督报告')}
      lead={t('效能监督员、监测点联络人在这里报告所见、完成任务、评价单位的答复。只看得到本人的记录。')}
    >
      <OwnRegisters />
    </Page>
  )
}
