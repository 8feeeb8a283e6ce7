import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkPath,
  criticalPath,
  END,
  inSequence,
  type Path,
  pathDays,
  pathOfSteps,
  type PathStep,
  progress,
  readBpmn,
  START,
  writeBpmn,
} from './index.ts'

const step = (id: string, more: Partial<PathStep> = {}): PathStep => ({
  ...{ id, name: { zh: `环节${id}`, en: `step ${id}` }, kind: 'review', unit: null, post: `${id}岗` },
  ...{ power: 'review', limit: '3W', needs: [] },
  ...more,
})
const flow = (text: string) =>
  text.split(' ').map((one) => {
    const [from = '', to = ''] = one.split('>')
    const id = (name: string) => (name === '^' ? START : name === '$' ? END : name)
    return { from: id(from), to: id(to) }
  })

/** 受理, then fire, planning and (two steps of) water side by side, then the decision. */
const joint: Path = {
  steps: [
    step('a', { power: 'accept' }),
    step('fire', { unit: 'fire', power: 'opinion', limit: '5W' }),
    step('plan', { unit: 'planning', power: 'opinion', limit: '10W' }),
    step('look', { unit: 'water', power: 'opinion', limit: '4W' }),
    step('water', { unit: 'water', power: 'opinion', limit: '4W' }),
    step('d', { power: 'decide' }),
  ],
  gates: [
    { id: 'f', kind: 'fork' },
    { id: 'j', kind: 'join' },
  ],
  flows: flow('^>a a>f f>fire f>plan f>look look>water fire>j plan>j water>j j>d d>$'),
  joint: { lead: 'planning', limit: '15W' },
  persons: 'any',
}
const withStep = (id: string, more: Partial<PathStep>): Path => ({
  ...joint,
  steps: joint.steps.map((one) => (one.id === id ? { ...one, ...more } : one)),
})
const faults = (path: Path) => checkPath(path).map(({ fault, at }) => `${fault} ${at.join(',')}`)

describe('checking a path', () => {
  test('a path on which everything is said has nothing to find', () => {
    expect(checkPath(joint)).toEqual([])
  })

  test.each<{ why: string; path: Path; found: string }>([
    { why: 'a step without a post', path: withStep('fire', { post: ' ' }), found: 'no-post fire' },
    { why: 'a step without a power', path: withStep('fire', { power: null }), found: 'no-power fire' },
    { why: 'a step without a clock', path: withStep('fire', { limit: '' }), found: 'no-clock fire' },
    { why: 'a limit that is none', path: withStep('fire', { limit: 'soon' }), found: 'no-clock fire' },
    {
      why: 'a dead end',
      path: { ...joint, flows: joint.flows.filter(({ from }) => from !== 'd') },
      found: 'dead-end d',
    },
    {
      why: 'a step nobody comes to',
      path: { ...joint, steps: [...joint.steps, step('lost')] },
      found: 'unreachable lost',
    },
    {
      why: 'a step that waits for one not on the path',
      path: withStep('fire', { needs: ['nothing'] }),
      found: 'unknown-need fire',
    },
    {
      why: 'an arrow to nowhere',
      path: { ...joint, flows: [...joint.flows, { from: 'a', to: 'gone' }] },
      found: 'unknown-flow a,gone',
    },
    {
      why: 'a branch longer than the common limit',
      path: withStep('look', { limit: '12W' }),
      found: 'beyond-joint-limit look,water',
    },
    {
      why: 'a branch that is too long because it waits for another',
      path: withStep('water', { needs: ['plan'], limit: '6W' }),
      found: 'beyond-joint-limit look,water',
    },
    {
      why: 'a common limit beyond the law',
      path: { ...joint, joint: { lead: 'planning', limit: '46W' } },
      found: 'joint-beyond-law f,j',
    },
    {
      why: 'a common limit in another unit',
      path: { ...joint, joint: { lead: 'planning', limit: '20D' } },
      found: 'mixed-units f,j',
    },
    {
      why: 'nobody who leads',
      path: { ...joint, joint: { lead: null, limit: '15W' } },
      found: 'no-lead f,j',
    },
    {
      why: 'a step with two arrows out of it',
      path: { ...joint, flows: [...joint.flows, { from: 'a', to: 'd' }] },
      found: 'gate a',
    },
    {
      why: 'joint approval with nothing side by side',
      path: {
        ...joint,
        ...{ steps: [step('a'), step('d', { power: 'decide' })], gates: [], flows: flow('^>a a>d d>$') },
      },
      found: 'joint-without-branches ',
    },
    {
      why: 'a chain side by side without a common limit',
      path: { ...joint, joint: null },
      found: 'long-branch look,water',
    },
  ])('$why is found', ({ path, found }) => {
    expect(faults(path)).toContain(found)
  })

  test('a circle is told with its members, whether it runs along arrows or along what waits', () => {
    const circle = withStep('fire', { needs: ['plan'] })
    const both = {
      ...circle,
      steps: circle.steps.map((one) => (one.id === 'plan' ? { ...one, needs: ['fire'] } : one)),
    }
    const found = checkPath(both).find(({ fault }) => fault === 'circular')
    expect([...(found?.at ?? [])].sort()).toEqual(['fire', 'plan'])
    expect(found?.text.zh).toMatch(/环节fire → 环节plan → 环节fire|环节plan → 环节fire → 环节plan/)
    expect(pathDays(both)).toBeUndefined()
  })

  test('one examiner and one approver are two posts and no third signature', () => {
    const two = (more: Partial<PathStep>, extra: readonly PathStep[] = []): Path => ({
      steps: [step('r'), ...extra, step('d', { power: 'decide', ...more })],
      gates: [],
      flows: flow(extra.length === 0 ? '^>r r>d d>$' : '^>r r>x x>d d>$'),
      ...{ joint: null, persons: 'examinerAndApprover' },
    })
    expect(faults(two({}))).toEqual([])
    expect(faults(two({ post: 'r岗' }))).toEqual(['one-person-twice r'])
    expect(faults(two({}, [step('x')]))).toEqual(['third-signature r,x,d'])
  })
})

describe('days', () => {
  test('the longest chain is the critical one, and the others have slack', () => {
    const found = criticalPath([
      { id: 'a', days: 3, after: [] },
      { id: 'b', days: 5, after: ['a'] },
      { id: 'c', days: 2, after: ['a'] },
      { id: 'd', days: 1, after: ['b', 'c'] },
    ])
    expect(found).toMatchObject({ days: 9, through: ['a', 'b', 'd'] })
    expect(found?.tasks.find(({ id }) => id === 'c')).toEqual({ id: 'c', from: 3, until: 5, slack: 3 })
  })

  test('the total is never shorter than a chain of three and never longer than all days together', () => {
    const tasks = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.array(fc.nat(20))), { maxLength: 12 })
      .map((given) =>
        given.map(([days, before], place) => ({
          ...{ id: String(place), days },
          after: [...new Set(before.filter((one) => one < place).map(String))],
        })),
      )
    fc.assert(
      fc.property(tasks, (given) => {
        const found = criticalPath(given)
        const byId = new Map(given.map((one) => [one.id, one]))
        const slow = (id: string): number => {
          const { days, after } = byId.get(id) as (typeof given)[number]
          return days + Math.max(0, ...after.map(slow))
        }
        expect(found?.days).toBe(Math.max(0, ...given.map(({ id }) => slow(id))))
        const onChain = (found?.through ?? []).reduce((sum, id) => sum + (byId.get(id)?.days ?? 0), 0)
        expect(onChain).toBe(found?.days)
      }),
    )
  })

  test('a path takes its longest branch and no more', () => {
    expect(pathDays(joint)).toMatchObject({ days: 3 + 10 + 3, through: ['a', 'plan', 'd'] })
  })
})

describe('walking a path', () => {
  const open = (done: readonly string[]) =>
    progress(joint, done)
      .steps.filter(({ status }) => status === 'open')
      .map(({ id }) => id)

  test('branches open together, and the join waits for all of them', () => {
    expect(open([])).toEqual(['a'])
    expect(open(['a'])).toEqual(['fire', 'plan', 'look'])
    expect(open(['a', 'fire', 'plan', 'look'])).toEqual(['water'])
    expect(open(['a', 'fire', 'plan', 'look', 'water'])).toEqual(['d'])
    expect(progress(joint, ['a', 'fire']).daysLeft).toBe(13)
    expect(progress(joint, ['a', 'fire', 'plan', 'look', 'water', 'd']).finished).toBe(true)
  })

  test('what was done before its turn is told', () => {
    expect(progress(joint, ['a', 'water']).outOfTurn).toEqual(['water'])
  })

  test('a branch that needs another waits for it', () => {
    const waiting = progress(withStep('fire', { needs: ['plan'] }), ['a'])
    expect(waiting.steps.find(({ id }) => id === 'fire')).toEqual({
      ...{ id: 'fire', status: 'waiting', waitsFor: ['plan'] },
    })
  })

  test('the order in which a case comes to the steps tells the branch of each', () => {
    expect(inSequence(joint).map(({ step: { id }, branch, after }) => [id, branch, after])).toEqual([
      ['a', null, []],
      ['fire', 0, []],
      ['plan', 1, []],
      ['look', 2, []],
      ['water', 2, ['look']],
      ['d', null, []],
    ])
  })
})

/** Lists of steps, some of them side by side, all sound. */
const listed = fc
  .array(fc.record({ group: fc.nat(4), limit: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((given) =>
    given.map(({ group, limit }, place) => ({
      ...step(`s${place}`, { limit: `${limit}W`, unit: place % 3 === 0 ? null : `unit-${place}` }),
      together: group === 0 ? null : String(group),
    })),
  )

test('every list of steps is a path without a dead end, which ends whatever the order in which open steps are done', () => {
  fc.assert(
    fc.property(listed, fc.infiniteStream(fc.nat(7)), (steps, choices) => {
      const path = pathOfSteps(steps)
      expect(checkPath(path)).toEqual([])
      const done: string[] = []
      for (const choice of choices) {
        const open = progress(path, done).steps.filter(({ status }) => status === 'open')
        if (open.length === 0) break
        done.push((open[choice % open.length] as { id: string }).id)
      }
      expect(progress(path, done)).toMatchObject({ finished: true, outOfTurn: [], daysLeft: 0 })
      expect(done).toHaveLength(steps.length)
    }),
  )
})

describe('BPMN', () => {
  test('what is written is read as the same path', async () => {
    await fc.assert(
      fc.asyncProperty(
        listed,
        fc.boolean(),
        fc.string({ unit: fc.constantFrom('审', '<', '&', '"', ' ', 'a'), minLength: 1 }),
        async (steps, together, name) => {
          const plain = pathOfSteps(steps)
          const path: Path = {
            ...plain,
            steps: plain.steps.map((one, place) => ({
              ...one,
              name: { zh: `${name.trim()}${place}`, en: place % 2 ? 'x' : '' },
              needs: place > 1 ? ['s0'] : [],
              power: place % 2 ? one.power : null,
            })),
            joint: together ? { lead: 'planning', limit: '30W' } : null,
            persons: together ? 'any' : 'examinerAndApprover',
          }
          expect(await readBpmn(await writeBpmn(path, { name: '联合审批' }))).toEqual(path)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('the joint path survives as well, with a drawing other tools show', async () => {
    const xml = await writeBpmn(joint, { name: '项目联合审批' })
    expect(await readBpmn(xml)).toEqual(joint)
    expect(xml.match(/<bpmndi:BPMNShape/g)).toHaveLength(10)
    expect(xml.match(/<bpmndi:BPMNEdge/g)).toHaveLength(joint.flows.length)
  })

  const diagram = (inside: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p"><startEvent id="s"/><endEvent id="e"/>${inside}</process></definitions>`

  test('a file of another tool is read as far as it says something, and the checks say what is missing', async () => {
    const path = await readBpmn(
      diagram(
        '<task id="Activity_0x" name="审查"/><sequenceFlow id="f1" sourceRef="s" targetRef="Activity_0x"/><sequenceFlow id="f2" sourceRef="Activity_0x" targetRef="e"/>',
      ),
    )
    expect(path.steps).toMatchObject([{ id: 'Activity-0x', name: { zh: '审查' }, post: '', power: null }])
    expect(faults(path)).toEqual(['no-post Activity-0x', 'no-power Activity-0x', 'no-clock Activity-0x'])
  })

  test.each([
    {
      why: 'a choice',
      inside: '<exclusiveGateway id="x" name="材料齐全？"/>',
      says: /材料齐全？.*ExclusiveGateway/,
    },
    { why: 'a subprocess', inside: '<subProcess id="x" name="内部流程"/>', says: /内部流程.*SubProcess/ },
    {
      why: 'a timer in the middle',
      inside: '<intermediateCatchEvent id="x" name="等三天"/>',
      says: /等三天.*IntermediateCatchEvent/,
    },
    {
      why: 'a loop',
      inside: '<task id="x" name="反复"><standardLoopCharacteristics/></task>',
      says: /反复.*loop/,
    },
    {
      why: 'an arrow that leads nowhere',
      inside: '<sequenceFlow id="away" sourceRef="s" targetRef="gone"/>',
      says: /away/,
    },
    { why: 'a second start', inside: '<startEvent id="s2"/>', says: /开始 2 个/ },
  ])('$why is refused by name', async ({ inside, says }) => {
    await expect(readBpmn(diagram(inside))).rejects.toThrow(says)
  })

  test.each([
    { why: 'no XML', xml: 'steps: a, b' },
    { why: 'broken XML', xml: '<definitions' },
    { why: 'nothing', xml: '' },
  ])('$why is refused', async ({ xml }) => {
    await expect(readBpmn(xml)).rejects.toMatchObject({ status: 400 })
  })
})
