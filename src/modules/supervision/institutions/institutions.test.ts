import { proveInstitutions } from '#test/institutions.ts'
import { supervisionInstitutions } from './index.ts'

proveInstitutions(supervisionInstitutions)
