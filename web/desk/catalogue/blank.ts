import type {
  Basis,
  Condition,
  FormField,
  ItemContent,
  ItemResult,
  Material,
  SampleForm,
  SpecialStep,
  Step,
} from '#modules/catalogue/contract.ts'

const empty = () => ({ zh: '', en: '' })
const DAYS = { length: 5, unit: 'workingDays' } as const

export const blankBasis = (_code: string): Basis => ({
  ...{ law: '', article: '', text: '', inForceFrom: '', repealedFrom: null },
})

/** New rows of each list, with nothing in them that a check would take for said. */
export const blanks = {
  said: (_code: string) => empty(),
  condition: (code: string): Condition => ({ code, text: empty() }),
  step: (code: string): Step => ({
    ...{ code, name: empty(), kind: 'review', unit: null, post: empty() },
    ...{ limit: null, parallelGroup: null, reviewStandard: empty() },
  }),
  specialStep: (code: string): SpecialStep => ({
    ...{
      code,
      name: empty(),
      kind: 'inspection',
      limit: DAYS,
      basis: blankBasis(''),
      noticeTemplate: empty(),
    },
  }),
  material: (code: string): Material => ({
    ...{ code, name: empty(), originals: 1, copies: 0, medium: 'either', necessity: 'necessary' },
    ...{ requiredWhen: null, source: 'applicant', issuer: null, bySharing: false, askedFromApplicant: true },
    ...{ blankForm: null, sample: null, guidance: empty(), acceptanceStandard: empty(), basis: '' },
  }),
  sample: (code: string): SampleForm => ({ code, name: empty(), updatedOn: '', file: null, rows: [] }),
  sampleRow: (_code: string): SampleForm['rows'][number] => ({ label: empty(), example: empty() }),
  result: (code: string): ItemResult => ({
    code,
    name: empty(),
    kind: 'licence',
    sample: null,
    validFor: null,
  }),
  feeItem: (code: string): ItemContent['fee']['items'][number] => ({
    ...{ code, name: empty(), standard: empty(), basis: '', reductions: null },
  }),
  grade: (code: string): NonNullable<ItemContent['discretion']>[number] => ({
    ...{ code, name: empty(), when: empty(), outcome: 'granted' },
  }),
  pledge: (): NonNullable<ItemContent['pledge']> => ({
    ...{ text: empty(), waives: [], checkWithin: { length: 2, unit: 'months' } },
    ...{ consequence: empty(), basis: '' },
  }),
  question: (_code: string) => ({ question: empty(), answer: empty() }),
  formField: (code: string): FormField => ({
    ...{ code, label: empty(), kind: 'text', required: true, choices: [], hint: empty() },
    ...{ maxLength: null, min: null, max: null },
  }),
  fieldChoice: (code: string) => ({ code, label: empty() }),
  remedies: (): NonNullable<ItemContent['remedies']> => {
    const body = { name: empty(), address: empty(), phone: '' }
    return {
      review: { ...body, within: { length: 60, unit: 'calendarDays' } },
      court: { ...body, within: { length: 6, unit: 'months' } },
    }
  },
}

/** An item of which nothing is said yet. The checks say what is missing. */
export const blankContent = (name: ItemContent['name'], actingBody: ItemContent['name']): ItemContent => ({
  ...{ name, type: 'licensing', level: 'city', mainItem: null, clients: [], themes: [], phrases: [] },
  codes: {
    ...{ scheme: 'local', basic: null, implementation: null, localBasic: null, localImplementation: null },
  },
  actingBody: { name: actingBody, creditCode: null },
  ...{ duties: empty(), content: empty(), basis: [], conditions: [], steps: [] },
  limits: { onTheSpot: false, statutory: null, committed: null, statutoryRule: null, note: empty() },
  ...{ materials: [], samples: [], results: [], discipline: [] },
  fee: { charged: false, items: [], waysToPay: [] },
  ...{ visits: 1, onSiteReason: null, onlineDepth: 0, channels: ['counter'] },
  place: { address: empty(), hours: empty() },
  phones: { consult: '', complaint: '' },
  deemedApproval: { eligible: false, reason: empty(), approver: null, basis: null },
  ...{ specialSteps: [], remedies: null, faq: [], form: [] },
})
