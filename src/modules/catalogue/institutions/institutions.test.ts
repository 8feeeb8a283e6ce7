import { proveInstitutions } from '#test/institutions.ts'
import { catalogueInstitutions } from './index.ts'

proveInstitutions(catalogueInstitutions)
