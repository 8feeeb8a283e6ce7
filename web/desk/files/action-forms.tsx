import type { Action } from '#modules/cases/terms.ts'
import { ANSWERING_FORMS } from './forms/answering-forms.tsx'
import { CONCLUDING_FORMS } from './forms/concluding-forms.tsx'
import type { ActionForm } from './forms/form.tsx'
import { HANDLING_FORMS } from './forms/handling-forms.tsx'
import { HEARING_FORMS } from './forms/hearing-forms.tsx'
import { RESPONSIBILITY_FORMS } from './forms/responsibility-forms.tsx'
import { KIND_FORMS } from './forms/kind-forms.tsx'
import { TIMING_FORMS } from './forms/timing-forms.tsx'
import { VISIT_FORMS } from './forms/visit-forms.tsx'

/** What applicants do themselves has no form here. */
export type FormAction = Exclude<Action, 'rate' | 'withdraw'>

export const ACTION_FORMS: Readonly<Record<FormAction, ActionForm>> = {
  ...ANSWERING_FORMS,
  ...HANDLING_FORMS,
  ...CONCLUDING_FORMS,
  ...KIND_FORMS,
  ...TIMING_FORMS,
  ...HEARING_FORMS,
  ...VISIT_FORMS,
  ...RESPONSIBILITY_FORMS,
}
