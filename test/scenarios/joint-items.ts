import type { ItemContent, Step } from '#modules/catalogue/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'

const days = (length: number) => ({ length, unit: 'workingDays' as const })
const [accept, review, decide, deliver] = soundItem.steps as [Step, Step, Step, Step]

/** What one department says: its own unit, its days, and which others it may wait for. */
const opinion = (code: string, zh: string, limit: number, needs: string[] = []): Step => ({
  ...review,
  ...{ code, name: { zh, en: `${code} opinion` }, unit: code, post: { zh: '会办岗', en: 'joint post' } },
  ...{ limit: days(limit), parallelGroup: 'fork', power: 'opinion', needs },
})

const flow = (pairs: readonly string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>')
    return { from, to }
  })

/** 规划局 leads; fire, market and water are asked at once, and water may wait for market. */
export const jointItem: ItemContent = {
  ...soundItem,
  name: { zh: '工程联合审批', en: 'Joint project approval' },
  codes: { ...soundItem.codes, basic: 'L-joint' },
  limits: { ...soundItem.limits, statutory: days(45), committed: days(30), statutoryRule: 'XK-05' },
  steps: [
    { ...accept, power: 'accept' },
    { ...review, power: 'review' },
    opinion('fire', '消防意见', 5),
    opinion('market', '市场监管意见', 5),
    opinion('water', '水务意见', 4, ['market']),
    { ...decide, power: 'decide' },
    { ...deliver, power: 'deliver' },
  ],
  // A paper of another agency, which no permit of a project's map yields.
  materials: [
    ...soundItem.materials,
    {
      ...(soundItem.materials[1] as ItemContent['materials'][number]),
      ...{ code: 'environment', name: { zh: '环境影响评价批复', en: 'environmental approval' } },
      ...{
        source: 'government',
        necessity: 'conditional',
        requiredWhen: { zh: '涉及环评的', en: 'where needed' },
      },
    },
  ],
  path: {
    gates: [
      { id: 'fork', kind: 'fork' },
      { id: 'join', kind: 'join' },
    ],
    flows: flow([
      ...['(start)>accept', 'accept>review', 'review>fork', 'fork>fire', 'fork>market', 'fork>water'],
      ...['fire>join', 'market>join', 'water>join', 'join>decide', 'decide>deliver', 'deliver>(end)'],
    ]),
    joint: { lead: 'planning', limit: days(10) },
    persons: 'any',
  },
}

/** 一审一核: one who examines, another who approves. */
export const twoPersonsItem: ItemContent = {
  ...soundItem,
  name: { zh: '企业项目审批', en: 'Approval of a company’s project' },
  codes: { ...soundItem.codes, basic: 'L-two' },
  steps: [
    { ...accept, power: 'accept' },
    { ...review, power: 'review' },
    { ...decide, power: 'decide' },
    { ...deliver, power: 'deliver' },
  ],
  path: {
    gates: [],
    flows: flow(['(start)>accept', 'accept>review', 'review>decide', 'decide>deliver', 'deliver>(end)']),
    joint: null,
    persons: 'examinerAndApprover',
  },
}
