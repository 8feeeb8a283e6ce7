export type DurationUnit = '{{count}} 秒' | '{{count}} 分钟' | '{{count}} 小时' | '{{count}} 天'

/** Two digits are enough for a wait: `3.4 天`, `12 小时`. Days here are of 24 hours; working days are the clocks'. */
export function durationParts(seconds: number): { readonly unit: DurationUnit; readonly count: number } {
  if (seconds < 60) return { unit: '{{count}} 秒', count: Math.round(seconds) }
  if (seconds < 3600) return { unit: '{{count}} 分钟', count: Math.round(seconds / 60) }
  if (seconds < 86_400) return { unit: '{{count}} 小时', count: twoDigits(seconds / 3600) }
  return { unit: '{{count}} 天', count: twoDigits(seconds / 86_400) }
}

const twoDigits = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
