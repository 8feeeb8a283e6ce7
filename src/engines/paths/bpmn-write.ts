import type { ModdleElement } from 'bpmn-moddle'
import { moddle, NAMESPACE } from './bpmn-profile.ts'
import { layersOf } from './layers.ts'
import { END, type Path, type PathStep, START } from './path.ts'

/** A path as a BPMN 2.0 file with its drawing, which any BPMN tool shows. */
export async function writeBpmn(path: Path, { name }: { readonly name: string }): Promise<string> {
  const bpmn = moddle()
  const nodes = nodesFor(path, bpmn)
  const flows = path.flows.map(({ from, to }, place) =>
    bpmn.create('bpmn:SequenceFlow', {
      id: `flow_${place + 1}`,
      sourceRef: nodes.get(from),
      targetRef: nodes.get(to),
    }),
  )
  const process = bpmn.create('bpmn:Process', {
    ...{ id: 'process', name, isExecutable: false },
    ...given({ lead: path.joint?.lead, jointLimit: path.joint?.limit }),
    ...(path.persons === 'any' ? {} : { 'xn:persons': path.persons }),
    flowElements: [...nodes.values(), ...flows],
  })
  const definitions = bpmn.create('bpmn:Definitions', {
    ...{ id: 'definitions', targetNamespace: NAMESPACE },
    rootElements: [process],
    diagrams: [diagramOf(bpmn, process, { path, nodes, flows })],
  })
  return (await bpmn.toXML(definitions, { format: true })).xml
}

type Moddle = ReturnType<typeof moddle>
type Nodes = ReadonlyMap<string, ModdleElement>

function nodesFor({ steps, gates }: Path, bpmn: Moddle): Nodes {
  return new Map([
    [START, bpmn.create('bpmn:StartEvent', { id: 'start' })],
    ...steps.map((step) => [step.id, taskOf(step, bpmn)] as const),
    ...gates.map(({ id, kind }) => {
      const gatewayDirection = kind === 'fork' ? 'Diverging' : 'Converging'
      const own = { id: `gate_${id}`, gatewayDirection, 'xn:code': id }
      return [id, bpmn.create('bpmn:ParallelGateway', own)] as const
    }),
    [END, bpmn.create('bpmn:EndEvent', { id: 'end' })],
  ])
}

const taskOf = ({ id, name, kind, unit, post, power, limit, needs }: PathStep, bpmn: Moddle): ModdleElement =>
  bpmn.create('bpmn:UserTask', {
    ...{ id: `step_${id}`, name: name.zh },
    ...given({ code: id, nameEn: name.en, kind, unit, post, power, limit, needs: needs.join(' ') }),
  })

/** Attributes that say something; what is absent stays away from the file. */
const given = (values: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[`xn:${key}`, value]] : [])))

const WIDE = 120
const HIGH = 60
const SMALL = 36
const [STEP_X, STEP_Y] = [180, 100]

interface Drawn {
  readonly path: Path
  readonly nodes: Nodes
  readonly flows: readonly ModdleElement[]
}

function diagramOf(bpmn: Moddle, process: ModdleElement, { path, nodes, flows }: Drawn): ModdleElement {
  const places = new Map(
    [...layersOf(path)].map(([id, { layer, row }]) => {
      const small = !path.steps.some((step) => step.id === id)
      const [width, height] = small ? [SMALL, SMALL] : [WIDE, HIGH]
      const [x, y] = [60 + layer * STEP_X + (WIDE - width) / 2, 60 + row * STEP_Y + (HIGH - height) / 2]
      return [id, { x, y, width, height }] as const
    }),
  )
  const shapes = [...nodes].map(([id, bpmnElement]) =>
    bpmn.create('bpmndi:BPMNShape', {
      id: `shape_${bpmnElement.id ?? ''}`,
      bpmnElement,
      bounds: bpmn.create('dc:Bounds', places.get(id)),
    }),
  )
  const edges = path.flows.flatMap(({ from, to }, place) => {
    const [first, last] = [places.get(from), places.get(to)]
    if (!first || !last) return []
    const waypoint = [
      bpmn.create('dc:Point', { x: first.x + first.width, y: first.y + first.height / 2 }),
      bpmn.create('dc:Point', { x: last.x, y: last.y + last.height / 2 }),
    ]
    return [bpmn.create('bpmndi:BPMNEdge', { id: `edge_${place + 1}`, bpmnElement: flows[place], waypoint })]
  })
  const plane = bpmn.create('bpmndi:BPMNPlane', {
    ...{ id: 'plane', bpmnElement: process },
    planeElement: [...shapes, ...edges],
  })
  return bpmn.create('bpmndi:BPMNDiagram', { id: 'diagram', plane })
}
