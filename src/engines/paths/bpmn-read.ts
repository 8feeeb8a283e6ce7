import type { ModdleElement } from 'bpmn-moddle'
import { moddle, refuseBpmn } from './bpmn-profile.ts'
import {
  END,
  type Flow,
  type Gate,
  type Path,
  type PathStep,
  PERSONS,
  type Persons,
  type Power,
  POWERS,
  START,
} from './path.ts'

const PASSED_OVER = new Set([
  'bpmn:LaneSet',
  'bpmn:TextAnnotation',
  'bpmn:Association',
  'bpmn:Group',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
])
const TASK = /^bpmn:(|User|Manual|Service|Script|Send|Receive|BusinessRule)Task$/

/** Reads a BPMN 2.0 file as a path, or refuses naming the element that lies outside the profile. */
export async function readBpmn(xml: string): Promise<Path> {
  const process = await processOf(xml)
  const elements = (process.flowElements ?? []).filter(({ $type }) => !PASSED_OVER.has($type))
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')
  const nodes = elements.filter((element) => !flows.includes(element))
  nodes.forEach(refuseOutside)
  refuseEnds(nodes)
  const ids = idsOf(nodes)
  const idOf = (element: ModdleElement): string => ids.get(element) ?? ''
  return {
    steps: nodes.filter(({ $type }) => TASK.test($type)).map((task) => stepOf(task, idOf(task))),
    gates: nodes
      .filter(({ $type }) => $type === 'bpmn:ParallelGateway')
      .map((gate) => gateOf(gate, idOf(gate), flows)),
    flows: flows.map((flow): Flow => {
      const [from, to] = endsOf(flow, ids)
      return { from: idOf(from), to: idOf(to) }
    }),
    joint: jointOf(process),
    persons: textOf(process, 'persons') === '' ? 'any' : personsOf(process),
  }
}

async function processOf(xml: string): Promise<ModdleElement> {
  const root = await parsed(xml)
  const processes = (root.rootElements ?? []).filter(({ $type }) => $type === 'bpmn:Process')
  const [process] = processes
  if (!process || processes.length > 1) throw refuseBpmn('path.bpmn-one-process', { count: processes.length })
  return process
}

async function parsed(xml: string): Promise<ModdleElement> {
  try {
    return (await moddle().fromXML(xml)).rootElement
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw refuseBpmn('path.bpmn-unreadable', { reason })
  }
}

const nameOf = ({ name, id }: ModdleElement): string => name?.trim() || id || ''

function refuseOutside(element: ModdleElement): void {
  const { $type, loopCharacteristics, eventDefinitions } = element
  const name = nameOf(element)
  if (loopCharacteristics) throw refuseBpmn('path.bpmn-outside', { name, kind: '循环 loop' })
  if (eventDefinitions?.length)
    throw refuseBpmn('path.bpmn-outside', { name, kind: '带条件的事件 event definition' })
  const inside =
    TASK.test($type) || ['bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:ParallelGateway'].includes($type)
  if (!inside) throw refuseBpmn('path.bpmn-outside', { name, kind: $type.replace('bpmn:', '') })
}

function refuseEnds(nodes: readonly ModdleElement[]): void {
  const count = (type: string) => nodes.filter(({ $type }) => $type === type).length
  const [starts, ends] = [count('bpmn:StartEvent'), count('bpmn:EndEvent')]
  if (starts !== 1 || ends !== 1) throw refuseBpmn('path.bpmn-ends', { starts, ends })
}

/** Both ends of an arrow, which must be drawn. */
function endsOf(
  flow: ModdleElement,
  known: ReadonlyMap<ModdleElement, string>,
): readonly [ModdleElement, ModdleElement] {
  const { sourceRef, targetRef } = flow
  if (sourceRef && targetRef && known.has(sourceRef) && known.has(targetRef)) return [sourceRef, targetRef]
  throw refuseBpmn('path.bpmn-outside', {
    name: nameOf(flow),
    kind: '没有两端的连线 an arrow without both ends',
  })
}

const textOf = (element: ModdleElement, key: string): string => String(element.get(`xn:${key}`) ?? '')

/** The code a step had when it was written, or one made of what the other tool calls it; each once. */
function idsOf(nodes: readonly ModdleElement[]): ReadonlyMap<ModdleElement, string> {
  const taken = new Set<string>()
  const free = (wanted: string): string => {
    for (let number = 1; ; number++) {
      const id = number === 1 ? wanted : `${wanted.slice(0, 36)}-${number}`
      if (!taken.has(id)) return id
    }
  }
  return new Map(
    nodes.map((node) => {
      if (node.$type === 'bpmn:StartEvent') return [node, START]
      if (node.$type === 'bpmn:EndEvent') return [node, END]
      const id = free(textOf(node, 'code') || codeOf(node.id ?? 'step'))
      taken.add(id)
      return [node, id]
    }),
  )
}

/** Codes are letters, digits and hyphens, beginning with neither a hyphen. */
const codeOf = (id: string): string =>
  id
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40) || 'step'

function stepOf(task: ModdleElement, id: string): PathStep {
  const power = textOf(task, 'power')
  return {
    id,
    name: { zh: nameOf(task), en: textOf(task, 'nameEn') },
    kind: textOf(task, 'kind') || 'review',
    unit: textOf(task, 'unit') || null,
    post: textOf(task, 'post'),
    power: POWERS.includes(power as Power) ? (power as Power) : null,
    limit: textOf(task, 'limit'),
    needs: textOf(task, 'needs').split(' ').filter(Boolean),
  }
}

function gateOf(gate: ModdleElement, id: string, flows: readonly ModdleElement[]): Gate {
  const out = flows.filter(({ sourceRef }) => sourceRef === gate).length
  const into = flows.filter(({ targetRef }) => targetRef === gate).length
  if (out > 1 && into > 1) throw refuseBpmn('path.bpmn-gateway', { name: nameOf(gate) })
  return { id, kind: into > 1 ? 'join' : 'fork' }
}

function jointOf(process: ModdleElement): Path['joint'] {
  const [lead, limit] = [textOf(process, 'lead'), textOf(process, 'jointLimit')]
  return lead || limit ? { lead: lead || null, limit } : null
}

const personsOf = (process: ModdleElement): Persons => {
  const said = textOf(process, 'persons')
  return PERSONS.includes(said as Persons) ? (said as Persons) : 'any'
}
