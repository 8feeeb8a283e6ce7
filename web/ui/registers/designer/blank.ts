import type { Institution } from '#engines/registers/contract.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** What nearly every institution begins as: somebody enters, somebody else checks within five working days. */
export const blankInstitution = (code: string, zh: string, en: string): Institution => ({
  code,
  title: title(zh, en),
  purpose: title(zh, en),
  basis: '',
  answers: [],
  area: 'hall',
  fields: [{ code: 'matter', title: title('事由', 'Matter'), kind: 'text' }],
  named: 'matter',
  owner: 'opener',
  states: [
    { code: 'entered', title: title('已登记', 'Entered') },
    { code: 'checked', title: title('已核实', 'Checked'), over: true },
  ],
  steps: [
    {
      code: 'enter',
      title: title('登记', 'Enter'),
      from: [],
      to: 'entered',
      by: ['unit'],
      asks: [{ field: 'matter', required: true }],
    },
    {
      code: 'check',
      title: title('核实', 'Check'),
      from: ['entered'],
      to: 'checked',
      by: ['head', 'unit'],
      notBy: ['enter'],
      asks: [],
    },
  ],
  clocks: [
    {
      code: 'checking',
      title: title('核实', 'Checking'),
      starts: 'enter',
      stops: ['check'],
      limit: '5W',
      basis: '',
    },
  ],
  flags: [],
  measures: [],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [],
})

/** A code for the next part of a list: `field3`, not one that is there. */
export function freshCode(stem: string, taken: readonly { readonly code: string }[]): string {
  for (let number = taken.length + 1; ; number++)
    if (!taken.some(({ code }) => code === `${stem}${number}`)) return `${stem}${number}`
}
