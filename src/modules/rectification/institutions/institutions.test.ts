import { proveInstitutions } from '#test/institutions.ts'
import { rectificationInstitutions } from './index.ts'

proveInstitutions(rectificationInstitutions)
