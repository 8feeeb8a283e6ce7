import { shape } from '#engines/registers/index.ts'
import { conducts } from '#modules/findings/index.ts'
import { SEVERITY_WORDS } from '#modules/findings/terms.ts'

const { choice } = shape

/** Of the taxonomy of findings. */
export const conduct = choice(
  'conduct',
  '问题类型',
  'Conduct',
  Object.fromEntries(conducts.map(({ code, zh, en }) => [code, [zh, en] as const])),
)

export const severity = choice(
  'severity',
  '轻重',
  'Severity',
  Object.fromEntries(Object.entries(SEVERITY_WORDS).map(([code, { zh, en }]) => [code, [zh, en] as const])),
)

// Whoever plays in the examples.
export const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
export const second = { by: 'second', as: 'supervision', unit: 'supervision' } as const
export const leader = { by: 'leader', as: 'leader', unit: 'county-government' } as const
export const officer = { by: 'officer', as: { field: 'unit' }, unit: 'planning' } as const
export const observer = { by: 'observer', as: { role: 'observer' } } as const
