import type { RuleKind } from '#engines/rules/index.ts'

/** What conduct of the taxonomy a rule of a kind stands for, unless the rule itself says more. */
const OF_KIND: Readonly<Record<RuleKind, string>> = {
  time: 'overLimit',
  process: 'beyondProcedure',
  content: 'offGuide',
  fee: 'beyondRate',
}

/** Rules whose fault is a conduct of its own. */
const OF_RULE: Readonly<Record<string, string>> = {
  'SV-02': 'inaction',
  'SV-07': 'beyondPower',
  'SV-13': 'delay',
  'SV-14': 'lateReport',
  'SV-15': 'falseReport',
  'SV-25': 'noReasons',
  'SV-28': 'shirking',
  'SV-29': 'shirking',
  'SV-31': 'noReasons',
  'SV-52': 'falseReport',
  'SV-60': 'absence',
  'SV-63': 'onceTold',
  'SV-80': 'crudeEnforcement',
  'SV-82': 'crudeEnforcement',
  'SV-84': 'crudeEnforcement',
  'SV-92': 'undisclosed',
}

export const conductOfRule = (rule: string, kind: RuleKind | undefined): string =>
  OF_RULE[rule] ?? OF_KIND[kind ?? 'process']
