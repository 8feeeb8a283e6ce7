import type { UnitRow } from '#modules/organisation/contract.ts'

export const KIND_WORDS = {
  department: '部门',
  hall: '政务大厅',
  supervision: '监察机构',
  leadership: '领导机关',
  township: '乡镇街道',
  village: '村社区',
} as const satisfies Record<UnitRow['kind'], string>

export const KINDS = Object.keys(KIND_WORDS) as Array<UnitRow['kind']>
