import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { BROUGHT } from '../instruments/brought.ts'
import { type AccountabilityFile, evolveFile, type Subject } from './file.ts'
import { instrumentOf, suggest } from './ladder.ts'
import { mostLike } from './likeness.ts'
import { propose, type ProposalBasis, type Proposing, type Rested } from './propose.ts'

const today = day('2026-03-02')
const person: Subject = {
  kind: 'person',
  ...{ unit: 'planning', account: 'li.wei', post: null },
  status: 'civilServant',
  rank: 'staff',
}
const finding: Rested = {
  ...{ id: 'F1', unit: 'planning', account: 'li.wei', conduct: 'rudeness', gone: false, sealed: false },
  severity: 'ordinary',
}
const proposing = (more: Partial<Proposing> = {}): Proposing => ({
  ...{
    subject: person,
    instrument: null,
    deviation: null,
    facts: '对办事群众态度蛮横',
    basis: '工作纪律规定第三条',
  },
  ...{
    evidence: [{ text: '录音', reference: null, sha256: null }],
    unitFirst: { reason: '单位已尽管理职责' },
  },
  ...{ casework: null, sealed: false, inquiry: null, period: null, issuer: 'supervision', ...more },
})
const basis = (more: Partial<ProposalBasis> = {}): ProposalBasis => ({
  ...{ ladder: BROUGHT, findings: [finding], earlier: [], today, ...more },
})
const refused = (work: () => unknown): string => {
  try {
    work()
    return 'nothing'
  } catch (error) {
    return (error as { code: string }).code
  }
}

/** A file as it stands after a decision. */
function decidedFile(code: string, on: string, more: Partial<Proposing> = {}): AccountabilityFile {
  const [event] = propose(proposing({ instrument: code, deviation: '情节较重，应予从重', ...more }), basis())
  const proposed = event && evolveFile(undefined, event, { at: 0, by: 'zhang.min', id: 'A260101-00001' })
  return evolveFile(
    proposed,
    {
      ...{ type: 'FileDecided', number: '1', notice: 'n', hash: 'h', on: day(on), dueBy: null },
      ...{ from: day(on), until: null, heard: true, level: 'unit', named: false },
    },
    { at: 0, by: 'chen.jie', id: 'A260101-00001' },
  ) as AccountabilityFile
}

test.each([
  { severity: 'light', status: 'civilServant', conduct: 'rudeness', gives: 'reminderCard' },
  { severity: 'ordinary', status: 'temporary', conduct: 'rudeness', gives: 'warningTalk' },
  { severity: 'grave', status: 'civilServant', conduct: 'rudeness', gives: 'admonition' },
  { severity: 'light', status: 'schoolHead', conduct: 'beyondRate', gives: 'dismissalOnTheSpot' },
  { severity: 'grave', status: 'civilServant', conduct: 'beyondRate', gives: 'admonition' },
] as const)(
  'the table gives $gives for a $severity $conduct of a $status',
  ({ severity, status, conduct, gives }) => {
    const found = suggest(BROUGHT, { conduct, severity, status, subject: 'person' }, [], today)
    expect(found.instrument.code).toBe(gives)
    expect(found.raisedFrom).toBeNull()
  },
)

test('the same conduct again within the time that counts is one grade higher; after it, it is not', () => {
  const weighed = {
    conduct: 'rudeness',
    severity: 'ordinary',
    status: 'civilServant',
    subject: 'person',
  } as const
  const before = decidedFile('warningTalk', '2025-03-10')
  const again = suggest(BROUGHT, weighed, [before], today)
  expect(again.instrument.grade).toBeGreaterThan(instrumentOf(BROUGHT, 'warningTalk').grade)
  expect(again.raisedFrom).toBe(before.file)
  expect(suggest(BROUGHT, weighed, [decidedFile('warningTalk', '2025-02-10')], today).raisedFrom).toBeNull()
  expect(suggest(BROUGHT, { ...weighed, conduct: 'absence' }, [before], today).raisedFrom).toBeNull()
  expect(suggest(BROUGHT, weighed, [{ ...before, stage: 'cleared' }], today).raisedFrom).toBeNull()
})

const REFUSED: {
  readonly why: string
  readonly more: Partial<Proposing>
  readonly with: Partial<ProposalBasis>
  readonly code: string
}[] = [
  { why: 'nothing was found', more: {}, with: { findings: [] }, code: 'accountability.no-finding' },
  {
    ...{ why: 'the finding was exempted', more: {}, with: { findings: [{ ...finding, gone: true }] } },
    code: 'accountability.finding-gone',
  },
  {
    ...{ why: 'it concerns somebody else', more: {}, with: { findings: [{ ...finding, account: 'x' }] } },
    code: 'accountability.finding-elsewhere',
  },
  { why: 'no evidence is attached', more: { evidence: [] }, with: {}, code: 'accountability.no-evidence' },
  { why: 'no rule is named', more: { basis: ' ' }, with: {}, code: 'accountability.no-facts' },
  {
    why: 'it is only said',
    more: { instrument: 'oralWarning' },
    with: {},
    code: 'accountability.no-such-instrument',
  },
  {
    why: 'it is for units',
    more: { instrument: 'orderToRectify' },
    with: {},
    code: 'accountability.wrong-subject',
  },
  {
    ...{ why: 'the grade is off the table without a reason', more: { instrument: 'reminderCard' }, with: {} },
    code: 'accountability.deviation-unexplained',
  },
  {
    why: 'the unit has not answered',
    more: { unitFirst: null },
    with: {},
    code: 'accountability.unit-first',
  },
  {
    ...{
      why: 'the same fact has a measure',
      more: {},
      with: { earlier: [decidedFile('warningTalk', '2026-01-05')] },
    },
    code: 'accountability.same-fact',
  },
]

test.each(REFUSED)('a proposal is refused when $why', ({ more, with: given, code }) => {
  expect(refused(() => propose(proposing(more), basis(given)))).toBe(code)
})

test('no reason makes a second admonition for the same conduct as light as the first', () => {
  const before = decidedFile('admonition', '2025-11-10')
  const earlier = [{ ...before, findings: ['F0'] }]
  const given = proposing({ instrument: 'admonition', deviation: '本人认错态度较好，建议从轻' })
  expect(refused(() => propose(given, basis({ earlier })))).toBe('accountability.must-be-higher')
})

test('of earlier texts the one that says most of the same is named, whatever its punctuation', () => {
  const text = '我深刻认识到自己的错误，今后一定改正。'
  const same = { file: 'A1', text: '我深刻认识到自己的错误今后一定改正！' }
  const other = { file: 'A2', text: '我在窗口对老人说话生硬，耽误了他两个小时。' }
  expect(mostLike(text, [other, same])).toEqual({ file: 'A1', percent: 100 })
  expect(mostLike(text, [])).toBeNull()
  expect(mostLike(text, [other])?.percent ?? 0).toBeLessThan(20)
})
