import {
  type Mark,
  MARKS,
  type RoundKind,
  ROUND_KINDS,
  ROUND_STATES,
  type RoundStanding,
  type Stratum,
  STRATA,
  VISIT_STATES,
  type VisitStanding,
} from '#modules/inspections/terms.ts'
import { useSaid } from '#ui/index.ts'

/** The words of codes, in the reader's language. */
export function useWords() {
  const said = useSaid()
  return {
    kind: (kind: RoundKind) => said(ROUND_KINDS[kind]),
    round: (standing: RoundStanding) => said(ROUND_STATES[standing]),
    visit: (standing: VisitStanding) => said(VISIT_STATES[standing]),
    stratum: (stratum: Stratum) => said(STRATA[stratum]),
    mark: (mark: Mark) => said(MARKS[mark]),
  }
}
