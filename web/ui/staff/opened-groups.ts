import { useState } from 'react'

const stored = (app: string) => `xiaoneng.opened.${app}`

function readOpened(app: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(stored(app)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Which groups of the navigation somebody has opened; kept in this browser. */
export function useOpened(app: string): [readonly string[], (key: string) => void] {
  const [opened, setOpened] = useState(() => readOpened(app))
  const toggle = (key: string) => {
    const next = opened.includes(key) ? opened.filter((one) => one !== key) : [...opened, key]
    setOpened(next)
    try {
      localStorage.setItem(stored(app), JSON.stringify(next))
    } catch {
      // Open until the page is left.
    }
  }
  return [opened, toggle]
}
