import type { Institution } from '#engines/registers/index.ts'
import { copyTransfer } from './copy-transfer.ts'
import { recommendation } from './recommendation.ts'

/** 制度 between the bodies of supervision: what they send each other, and what they recommend to units. */
export const referralInstitutions: readonly Institution[] = [copyTransfer, recommendation]
