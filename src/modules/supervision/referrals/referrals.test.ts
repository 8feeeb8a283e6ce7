import { proveInstitutions } from '#test/institutions.ts'
import { referralInstitutions } from './index.ts'

proveInstitutions(referralInstitutions)
