import { BpmnModdle } from 'bpmn-moddle'
import { defineRefusals } from '#kernel/refusal.ts'

/**
 * BPMN 2.0 as a path, in this profile: one process of one start event, one end event, tasks of any kind, parallel
 * gateways and sequence flows. Everything else is refused by its name: a choice or a loop that was passed over would
 * publish another procedure than was drawn. Lanes, notes and data carry no order and are left behind.
 *
 * What BPMN has no word for (post, power, limit, what a step waits for, the lead of joint approval) stands in attributes
 * of an own namespace; other tools keep or drop them, and the checks say what is missing then.
 */
export const refuseBpmn = defineRefusals({
  'path.bpmn-unreadable': {
    status: 400,
    zh: '不是可读的 BPMN 2.0 文件：{reason}',
    en: 'This is no readable BPMN 2.0 file: {reason}',
  },
  'path.bpmn-outside': {
    status: 400,
    zh: '流程图中的“{name}”（{kind}）不在支持范围内：只用一个开始、一个结束、任务、并行网关和顺序流',
    en: 'The diagram uses "{name}" ({kind}), which is outside the profile: one start, one end, tasks, parallel gateways and sequence flows only',
  },
  'path.bpmn-one-process': {
    status: 400,
    zh: '文件里要有且只有一个流程，现在有 {count} 个',
    en: 'The file must hold one process; it holds {count}',
  },
  'path.bpmn-ends': {
    status: 400,
    zh: '流程要有一个开始和一个结束，现在开始 {starts} 个、结束 {ends} 个',
    en: 'The process must have one start and one end; it has {starts} and {ends}',
  },
  'path.bpmn-gateway': {
    status: 400,
    zh: '并行网关“{name}”既分又合，请拆成一个并行开始和一个汇合',
    en: 'The parallel gateway "{name}" both parts and joins; make it a fork and a join',
  },
})

export const NAMESPACE = 'urn:xiaoneng:path:1'

/** The attributes of a step and of the whole, as bpmn-moddle is told of them. */
const DESCRIPTOR = {
  name: 'Xiaoneng path',
  prefix: 'xn',
  uri: NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Step',
      extends: ['bpmn:Task'],
      properties: ['code', 'nameEn', 'kind', 'unit', 'post', 'power', 'limit', 'needs'].map(attribute),
    },
    { name: 'Branching', extends: ['bpmn:ParallelGateway'], properties: ['code'].map(attribute) },
    {
      name: 'Whole',
      extends: ['bpmn:Process'],
      properties: ['lead', 'jointLimit', 'persons'].map(attribute),
    },
  ],
}

function attribute(name: string) {
  return { name, isAttr: true, type: 'String' }
}

export const moddle = (): BpmnModdle => new BpmnModdle({ xn: DESCRIPTOR })
