import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { defineRefusals } from '#kernel/refusal.ts'
import { type Automaton, explore } from '#engines/rules/index.ts'

/**
 * BPMN 2.0 as a published path, in this profile: one process of start events, end events, tasks of any kind, exclusive
 * and parallel gateways, and sequence flows. Lanes, annotations, groups and data carry no order and are passed over.
 * Everything else is refused by name: reading half of a diagram would publish another procedure than was drawn.
 *
 * Meaning (BPMN 2.0, chapter 13): a task takes a token from any incoming flow and puts one on every outgoing flow; an
 * exclusive gateway passes one token on to one flow (conditions are not read: every branch is open); a parallel gateway
 * waits for all incoming and serves all outgoing flows; the path is complete when no token is left.
 */
export const refuseBpmn = defineRefusals({
  'bpmn.unreadable': {
    status: 400,
    zh: '流程图不是可读的 BPMN 2.0 文件：{reason}',
    en: 'the diagram is no readable BPMN 2.0 file: {reason}',
  },
  'bpmn.element-unsupported': {
    status: 400,
    zh: '流程图中的“{name}”（{kind}）不在支持范围内；可用开始、结束、任务、排他网关、并行网关和顺序流',
    en: 'the diagram uses "{name}" ({kind}), which is outside the profile; use start, end, tasks, exclusive and parallel gateways and sequence flows',
  },
  'bpmn.no-start': {
    status: 400,
    zh: '流程图没有开始事件，或者有不止一个流程',
    en: 'the diagram has no start event, or more than one process',
  },
  'bpmn.unsafe': {
    status: 400,
    zh: '流程图在“{name}”处可能重复到达，并行分支没有正确汇合',
    en: 'the diagram can reach "{name}" twice at once: parallel branches are not joined',
  },
})

const PASSED_OVER = new Set([
  'bpmn:LaneSet',
  'bpmn:TextAnnotation',
  'bpmn:Association',
  'bpmn:Group',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
])

interface FlowNode {
  readonly kind: 'start' | 'end' | 'task' | 'exclusive' | 'parallel'
  readonly name: string
  readonly incoming: number[]
  readonly outgoing: number[]
}

interface Diagram {
  readonly nodes: readonly FlowNode[]
  readonly flowNames: readonly string[]
}

export async function compileBpmn(xml: string): Promise<Automaton> {
  const diagram = diagramOf(await processOf(xml))
  const tasks = diagram.nodes.filter(({ kind }) => kind === 'task')
  const alphabet = [...new Set(tasks.map(({ name }) => name))]
  const start = settled(diagram, [
    diagram.nodes.filter(({ kind }) => kind === 'start').flatMap(({ outgoing }) => outgoing),
  ])
  return explore({
    alphabet,
    start,
    keyOf: (markings) => [...markings.keys()].sort().join('|'),
    follow: (markings, symbol) => {
      const after = tasks
        .filter(({ name }) => name === alphabet[symbol])
        .flatMap((task) => [...markings.values()].flatMap((marking) => fire(diagram, task, marking)))
      return after.length > 0 ? settled(diagram, after) : undefined
    },
    accepts: (markings) => markings.has(''),
  })
}

async function processOf(xml: string): Promise<ModdleElement> {
  const root = await parsed(xml)
  const processes = (root.rootElements ?? []).filter(
    (element) => element.$type === 'bpmn:Process' && element.flowElements,
  )
  const [process] = processes
  if (!process || processes.length > 1) throw refuseBpmn('bpmn.no-start')
  return process
}

async function parsed(xml: string): Promise<ModdleElement> {
  try {
    return (await new BpmnModdle().fromXML(xml)).rootElement
  } catch (error) {
    throw refuseBpmn('bpmn.unreadable', {
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '',
    })
  }
}

function diagramOf(process: ModdleElement): Diagram {
  const elements = (process.flowElements ?? []).filter(({ $type }) => !PASSED_OVER.has($type))
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')
  const nodes = new Map<ModdleElement, FlowNode>()
  for (const element of elements) if (!flows.includes(element)) nodes.set(element, nodeOf(element))
  flows.forEach((flow, place) => {
    if (flow.sourceRef) nodes.get(flow.sourceRef)?.outgoing.push(place)
    if (flow.targetRef) nodes.get(flow.targetRef)?.incoming.push(place)
  })
  if (![...nodes.values()].some(({ kind }) => kind === 'start')) throw refuseBpmn('bpmn.no-start')
  return {
    nodes: [...nodes.values()],
    flowNames: flows.map(({ targetRef, id }) => targetRef?.name || id || ''),
  }
}

function nodeOf(element: ModdleElement): FlowNode {
  const kind = kindOf(element)
  const name = element.name?.trim() || element.id || ''
  const repeats = element.loopCharacteristics
    ? 'loop'
    : element.eventDefinitions?.length
      ? 'event definition'
      : undefined
  if (!kind || repeats) throw refuseBpmn('bpmn.element-unsupported', { name, kind: repeats ?? element.$type })
  return { kind, name, incoming: [], outgoing: [] }
}

function kindOf({ $type }: ModdleElement): FlowNode['kind'] | undefined {
  if ($type === 'bpmn:StartEvent') return 'start'
  if ($type === 'bpmn:EndEvent') return 'end'
  if ($type === 'bpmn:ExclusiveGateway') return 'exclusive'
  if ($type === 'bpmn:ParallelGateway') return 'parallel'
  return /^bpmn:(|User|Manual|Service|Script|Send|Receive|BusinessRule)Task$/.test($type) ? 'task' : undefined
}

/** Flows that hold a token, in ascending order. */
type Marking = readonly number[]

const keyOf = (marking: Marking) => marking.join(',')

/** All markings reachable without doing a task, by their keys. */
function settled(diagram: Diagram, markings: readonly Marking[]): ReadonlyMap<string, Marking> {
  const reached = new Map<string, Marking>()
  const queue: Marking[] = markings.map((marking) => marking.toSorted((a, b) => a - b))
  for (const marking of queue) {
    if (reached.has(keyOf(marking))) continue
    reached.set(keyOf(marking), marking)
    for (const node of diagram.nodes) if (node.kind !== 'task') queue.push(...fire(diagram, node, marking))
  }
  return reached
}

/** The markings after a node has acted once; none when it cannot. */
function fire(diagram: Diagram, node: FlowNode, marking: Marking): Marking[] {
  const waiting = node.incoming.filter((flow) => marking.includes(flow))
  if (waiting.length === 0) return []
  if (node.kind === 'parallel') {
    return waiting.length < node.incoming.length ? [] : [moved(diagram, marking, waiting, node.outgoing)]
  }
  const produced = node.kind === 'exclusive' ? node.outgoing.map((flow) => [flow]) : [node.outgoing]
  return waiting.flatMap((flow) => produced.map((outgoing) => moved(diagram, marking, [flow], outgoing)))
}

function moved(
  diagram: Diagram,
  marking: Marking,
  taken: readonly number[],
  put: readonly number[],
): Marking {
  const left = marking.filter((flow) => !taken.includes(flow))
  const twice = put.find((flow) => left.includes(flow))
  if (twice !== undefined) throw refuseBpmn('bpmn.unsafe', { name: diagram.flowNames[twice] ?? '' })
  return [...left, ...put].sort((a, b) => a - b)
}
