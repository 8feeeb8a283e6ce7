import { z } from 'zod'
import { BilingualText, endpoint } from '#kernel/endpoint.ts'
import { Permit, PermitDemand, PermitMap, ProjectType } from './permit-shape.ts'

const params = z.object({ type: ProjectType })
const where = { jurisdiction: z.string().max(40).optional() }

export const listPermitMaps = endpoint({
  name: 'listPermitMaps',
  method: 'GET',
  path: '/api/permit-maps',
  summary: { zh: '各类项目的全流程手续', en: 'What each kind of project goes through' },
  guard: 'public',
  query: z.object(where),
  answer: z.object({
    rows: z.array(
      z.object({ type: z.string(), name: BilingualText, permits: z.number().int(), days: z.number() }),
    ),
  }),
})

export const getPermitMap = endpoint({
  name: 'getPermitMap',
  method: 'GET',
  path: '/api/permit-maps/{type}',
  summary: {
    zh: '从立项到竣工：手续、部门、前置、天数和关键路径',
    en: 'From approval to completion: formalities, departments, prerequisites, days and the critical path',
  },
  guard: 'public',
  params,
  query: z.object(where),
  answer: PermitMap,
})

export const drawPermitMap = endpoint({
  name: 'drawPermitMap',
  method: 'PUT',
  path: '/api/permit-maps/{type}',
  summary: {
    zh: '绘制全流程手续图（互为前置的不准）',
    en: 'Draw the map; prerequisites in a circle are refused',
  },
  guard: 'permits.draw',
  params,
  body: z.object({
    name: BilingualText,
    permits: z.array(Permit).min(1).max(200),
    reason: z.string().trim().min(1).max(500),
  }),
  versioned: true,
  answer: PermitMap,
})

export const tellDemand = endpoint({
  name: 'tellDemand',
  method: 'POST',
  path: '/api/permit-maps/{type}/demands',
  summary: {
    zh: '被要求办的手续在图上吗（不在图上的标出）',
    en: 'Whether a formality that was demanded is on the map; what is not is flagged',
  },
  guard: 'signedIn',
  params,
  body: z.object({
    permit: z.string().trim().min(1).max(200),
    for: z.string().max(60),
    unit: z.string().max(80),
    project: z.string().max(200).default(''),
  }),
  answer: z.object({ onMap: z.boolean(), fault: PermitDemand.shape.fault.nullable(), text: BilingualText }),
})

export const listDemands = endpoint({
  name: 'listDemands',
  method: 'GET',
  path: '/api/permit-maps/{type}/demands',
  summary: {
    zh: '图外手续：被反映的和材料清单里藏着的',
    en: 'Formalities off the map: told of, or hidden in lists of materials',
  },
  guard: 'catalogue.read',
  params,
  answer: z.object({ rows: z.array(PermitDemand.extend({ text: BilingualText })) }),
})
