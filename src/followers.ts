import type { EpochMs } from '#kernel/day.ts'
import type { Subscription } from '#engines/ledger/index.ts'
import { followLeads, followPrincipals, followSmallFindings } from '#modules/accountability/index.ts'
import { followJudgements } from '#modules/cases/index.ts'
import { followRatings } from '#modules/findings/index.ts'
import { followFindings } from '#modules/rectification/index.ts'
import {
  followCases,
  followCharges,
  followPace,
  followRisks,
  upheldDelays,
} from '#modules/supervision/index.ts'

/** Who learns from the ledger what happened below or beside. Each says what it is about; nothing else wakes it. */
export const followers = (now: () => EpochMs): readonly Subscription[] => [
  followCases(now),
  followPace,
  followRisks,
  followCharges(now),
  followJudgements(now, upheldDelays),
  followRatings(now),
  followFindings(now),
  followLeads(now),
  followSmallFindings(now),
  followPrincipals(now),
]
