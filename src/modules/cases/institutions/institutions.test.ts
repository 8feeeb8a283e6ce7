import { proveInstitutions } from '#test/institutions.ts'
import { caseInstitutions } from './index.ts'

proveInstitutions(caseInstitutions)
