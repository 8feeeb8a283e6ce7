import { durationParts } from './duration.ts'
import { useText } from './messages.ts'

export function useDuration(): (seconds: number) => string {
  const t = useText()
  return (seconds) => {
    const { unit, count } = durationParts(seconds)
    return t(unit, { count })
  }
}
