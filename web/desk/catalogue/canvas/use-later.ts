import { useEffect, useState } from 'react'

/** A value as it was when it last stood still for a moment: questions to the server follow the pause, not the keystroke. */
export function useLater<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Value), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return settled
}
