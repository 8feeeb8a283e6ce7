import { proveInstitutions } from '#test/institutions.ts'
import { riskInstitutions } from './index.ts'

proveInstitutions(riskInstitutions)
