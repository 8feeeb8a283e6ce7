import { proveInstitutions } from '#test/institutions.ts'
import { hallInstitutions } from './index.ts'

proveInstitutions(hallInstitutions)
