import { z } from 'zod'
import { DayText, endpoint } from '#kernel/endpoint.ts'
import { deskAct } from './act-contract.ts'
import { FileParams } from './file-contract.ts'
import { UnitPerson } from './hearing-shape.ts'

export const assignVisit = deskAct(
  'assignVisit',
  'visit-people',
  '指派现场核查人员',
  'Name who goes to the site',
  'files.handle',
  z.object({ step: z.string().max(60), people: z.array(z.string().max(60)).max(20) }),
)
export const reportVisit = deskAct(
  'reportVisit',
  'visit-record',
  '登记现场核查情况',
  'Enter what was found on the spot',
  'files.handle',
  z.object({
    step: z.string().max(60),
    visitedOn: DayText,
    conforms: z.boolean(),
    finding: z.string().max(4000),
  }),
)

/** Whom a desk can name: everybody of the units that work on the file. */
export const filePeople = endpoint({
  name: 'filePeople',
  method: 'GET',
  path: '/api/files/{caseNo}/people',
  summary: { zh: '办件各单位的在岗人员', en: 'Who works in the units of a file' },
  guard: 'files.handle',
  params: FileParams,
  answer: z.object({ rows: z.array(UnitPerson) }),
})
