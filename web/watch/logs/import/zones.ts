/** What every browser knows at least; others come from its own list. */
const FIRST = ['Asia/Shanghai', 'UTC']

export function zones(chosen: string): Array<{ readonly value: string; readonly text: string }> {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : []
  return [...new Set([...FIRST, chosen, ...known])].map((zone) => ({ value: zone, text: zone }))
}
