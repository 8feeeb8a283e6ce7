import { Notice } from '#ui/index.ts'
import { useText } from '../messages.ts'
import type { DraftFault, Part } from './draft.ts'

const MISSING = {
  case: '请选办件编号所在的列。',
  activity: '请选环节所在的列。',
  at: '请选时间所在的列。',
  milestones: '请至少勾一列时间。',
} as const

export const PART_TITLES = {
  case: '办件编号',
  activity: '环节',
  at: '时间',
  resource: '经办人',
  lifecycle: '事件状态（start、complete）',
} as const satisfies Record<Part, string>

export function Faults({ faults }: { readonly faults: readonly DraftFault[] }) {
  const t = useText()
  if (faults.length === 0) return null
  const sentence = (fault: DraftFault) =>
    fault.kind === 'missing'
      ? t(MISSING[fault.part])
      : t('同一列不能既是 {{one}} 又是 {{other}}。', {
          one: t(PART_TITLES[fault.one]),
          other: t(PART_TITLES[fault.other]),
        })
  return (
    <Notice tone="red" role="alert">
      {faults.map((fault) => (
        <p key={JSON.stringify(fault)}>{sentence(fault)}</p>
      ))}
    </Notice>
  )
}
