import { getFinding, getFindingShares, getNetwork, listFindings } from '#modules/findings/contract.ts'

/** What an act on a finding makes stale. */
export const STALE = { refreshes: [getFinding, listFindings, getFindingShares, getNetwork] }
