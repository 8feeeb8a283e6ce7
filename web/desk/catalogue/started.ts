import type { ItemContent } from '#modules/catalogue/contract.ts'

/** An item that was begun on the list of drafts and is not saved yet, on its way to its own page. */
const begun = new Map<string, ItemContent>()

export const begin = (item: string, content: ItemContent): void => void begun.set(item, content)

export const takeStarted = (item: string): ItemContent | undefined => begun.get(item)
