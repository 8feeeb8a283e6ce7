/** What somebody who was drawn said; or that nobody was reached. */
export const SAID = { yes: '属实', no: '不属实', none: '联系不上' } as const
export type Said = keyof typeof SAID

const isSaid = (text: string | undefined): text is Said => text !== undefined && text in SAID

/** Kept in the draft as lines `reference|said`; a line without says whom the inspector chose himself. */
export const saidIn = (receivers: string): ReadonlyMap<string, Said> =>
  new Map(
    linesOf(receivers).flatMap((line) => {
      const [reference = '', said] = line.split('|')
      return isSaid(said) ? [[reference, said] as const] : []
    }),
  )

export const linesWith = (receivers: string, reference: string, said: Said): string =>
  [...new Map(saidIn(receivers)).set(reference, said)].map((one) => one.join('|')).join('\n')

/** As the server takes them: what was said by those drawn, or the names that the inspector wrote down. */
export const receiversOf = (receivers: string, mark: 'yes' | 'no' | 'notApplicable') => {
  const said = saidIn(receivers)
  if (said.size === 0)
    return linesOf(receivers).map((reference) => ({ reference, confirms: mark === 'yes', reached: true }))
  return [...said].map(([reference, one]) => ({
    reference,
    confirms: one === 'yes',
    reached: one !== 'none',
  }))
}

/** How many confirm, and how many of those drawn are needed: all that could be reached where they are fewer. */
export function isConfirmed(receivers: string, count: number, drawn: number): boolean {
  const said = [...saidIn(receivers).values()]
  if (drawn === 0) return new Set(linesOf(receivers)).size >= count
  const needed = Math.min(count, Math.max(1, drawn - said.filter((one) => one === 'none').length))
  return said.filter((one) => one === 'yes').length >= needed
}

/** One a line, empty lines left out. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
