/** Who may act is decided by the subject itself: then all of the office is reached. */
export const REACH = { reach: 'jurisdiction' } as const
