import { go, pageAt, useAddress } from '../shell/address.tsx'

/** What the reader ticked stands in the address: a link sent to oneself brings the ticks along, and no server keeps them. */
export function useHave(item: string): {
  readonly have: ReadonlySet<string>
  readonly tick: (code: string, yes: boolean) => void
} {
  const { query } = useAddress()
  const have = new Set((query.have ?? '').split(',').filter(Boolean))
  const tick = (code: string, yes: boolean) => {
    const now = new Set(have)
    if (yes) now.add(code)
    else now.delete(code)
    go(pageAt('guide', item, { have: [...now].join(',') }), { replace: true })
  }
  return { have, tick }
}
