import { exportJointCases } from '#modules/exchange/contract.ts'
import { callForBytes } from '#ui/index.ts'
import { PurposeDownload } from '#ui/evidence/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 联合审批办件 as OCEL 2.0, for tools that look at several objects at once. */
export function JointExport() {
  const t = useText()
  if (!usePermits()('logs.export')) return null
  return (
    <PurposeDownload
      title={t('导出联合审批（OCEL）')}
      about={t('联合审批办件的办件、分支、材料、意见、会审和决定，OCEL 2.0 格式，不含个人信息。')}
      done={t('已导出。')}
      fileName="joint-cases.ocel.json"
      fetch={(purpose) => callForBytes(exportJointCases, { query: { purpose } })}
    />
  )
}
