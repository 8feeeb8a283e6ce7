import { shape } from '#engines/registers/index.ts'
import { conductChoices, severityChoices } from '#modules/findings/index.ts'

const { choice } = shape

export const conduct = choice('conduct', '问题类型', 'Conduct', conductChoices)
export const severity = choice('severity', '轻重', 'Severity', severityChoices)

// Whoever plays in the examples.
export const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
export const second = { by: 'second', as: 'supervision', unit: 'supervision' } as const
export const leader = { by: 'leader', as: 'leader', unit: 'county-government' } as const
export const officer = { by: 'officer', as: { field: 'unit' }, unit: 'planning' } as const
