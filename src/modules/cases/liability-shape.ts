/** Where the fault of a default lay. The applicant stands on no list: whoever would name him is refused. */
export const LIABILITY_CAUSES = ['person', 'head', 'nobody', 'applicant'] as const
export type LiabilityCause = (typeof LIABILITY_CAUSES)[number]
