import { proveInstitutions } from '#test/institutions.ts'
import { inspectionInstitutions } from './index.ts'

proveInstitutions(inspectionInstitutions)
