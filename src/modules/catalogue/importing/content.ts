import type { Bilingual } from '#kernel/refusal.ts'
import type { ItemContent, LimitShape, Material, Step, Text } from '../contract.ts'
import { readBodyCode, readItemCode } from '../item-code.ts'
import { clientKinds, itemTypes, levels, themes } from '../terms.ts'
import type { Field } from './columns.ts'

export type Fields = ReadonlyMap<Field, string>

/** All rows of one item. The first says what it is; each may bring a material, a step, a question. */
export interface ItemRows {
  readonly line: number
  readonly rows: readonly Fields[]
}

export interface Read {
  readonly content: ItemContent
  /** Kept as it stands, and worth knowing. */
  readonly notices: readonly Bilingual[]
}

const zh = (text: string | undefined): Text => ({ zh: text ?? '', en: '' })

/** An item as far as a file says it. What is missing stays empty, and the publish gate says so. */
export function contentOf({ rows }: ItemRows): Read {
  const first = rows[0] ?? new Map<Field, string>()
  const get = (field: Field) => first.get(field)
  const notices: Bilingual[] = []
  const committed = limitOf(get('committed'), get('committedUnit'))
  const charged = /^(是|1|Y|y|true)/.test(get('charged') ?? '')
  const onTheSpot = /即办|^1$/.test(get('handling') ?? '') || committed?.length === 0
  const content: ItemContent = {
    name: zh(get('name')),
    type: typeOf(get('type'), notices),
    level: coded(levels, get('level')) ?? 'county',
    codes: codesOf(first, notices),
    actingBody: { name: zh(get('body')), creditCode: bodyCodeOf(get('bodyCode'), notices) },
    mainItem: get('mainItem') === '未分类' ? null : (get('mainItem') ?? null),
    clients: several(clientKinds, get('clients')),
    themes: [...several(themes, get('personThemes')), ...several(themes, get('corporateThemes'))].slice(
      0,
      10,
    ),
    phrases: [],
    duties: zh(get('duties')),
    content: zh(get('content')),
    basis: basisOf(get('basis')),
    conditions: listed(get('conditions')).map((text, at) => ({
      code: `condition-${at + 1}`,
      text: zh(text),
    })),
    steps: rows.filter((row) => row.has('stepName')).map(stepOf),
    limits: {
      onTheSpot,
      statutory: limitOf(get('statutory'), get('statutoryUnit')),
      committed: committed ?? (onTheSpot ? { length: 0, unit: 'workingDays' } : null),
      statutoryRule: null,
      note: zh(''),
    },
    materials: distinct(rows.filter((row) => row.has('materialName'))).map(materialOf),
    samples: [],
    results: get('resultName')
      ? [
          {
            code: 'result',
            name: zh(get('resultName')),
            kind: 'certificate',
            sample: get('resultSample') ?? null,
            validFor: null,
          },
        ]
      : [],
    discipline: [],
    fee: { charged, items: charged ? feeOf(first) : [], waysToPay: charged ? ['counter'] : [] },
    visits: Math.min(20, Number(/\d+/.exec(get('visits') ?? '')?.[0] ?? 0)),
    onSiteReason: get('onSiteReason') ? zh(get('onSiteReason')) : null,
    onlineDepth: depthOf(get('onlineDepth')),
    channels: ['counter'],
    place: { address: zh(get('place')), hours: zh(get('hours')) },
    phones: {
      consult: (get('consult') ?? '').slice(0, 60),
      complaint: (get('complaint') ?? '').slice(0, 60),
    },
    deemedApproval: { eligible: false, reason: zh(''), approver: null, basis: null },
    specialSteps: [],
    remedies: null,
    faq: rows
      .filter((row) => row.has('question') && row.has('answer'))
      .map((row) => ({ question: zh(row.get('question')), answer: zh(row.get('answer')) })),
    form: [],
  }
  return { content, notices }
}

function codesOf(row: Fields, notices: Bilingual[]): ItemContent['codes'] {
  const implementation = row.get('implementation') ?? null
  const read = implementation === null ? undefined : readItemCode(implementation)
  if (implementation !== null && !read)
    notices.push({
      zh: `编码 ${implementation} 不是已知的形式，原样保留`,
      en: `The code ${implementation} has no known form and is kept as it is`,
    })
  const scheme =
    read?.scheme === 'implementation-31'
      ? 'current'
      : read?.scheme === 'implementation-24'
        ? 'old'
        : read?.scheme === 'provincial'
          ? 'provincial'
          : 'local'
  return {
    scheme,
    basic: row.get('basic') ?? read?.basic ?? null,
    implementation,
    localBasic: row.get('localBasic') ?? null,
    localImplementation: row.get('localImplementation') ?? null,
  }
}

function bodyCodeOf(given: string | undefined, notices: Bilingual[]): string | null {
  if (given === undefined) return null
  const { problem } = readBodyCode(given)
  if (problem)
    notices.push({
      zh: `部门代码 ${given} 原样保留：${problem.zh}`,
      en: `The department code ${given} is kept as it is: ${problem.en}`,
    })
  return given.slice(0, 60)
}

interface Coded {
  readonly zh: string
  readonly national?: string
}

/** A code of a set by its national number or its word; `1` stands for `01`. */
function coded<Codes extends Record<string, Coded>>(
  set: Codes,
  given: string | undefined,
): (keyof Codes & string) | undefined {
  if (given === undefined) return undefined
  const number = given.padStart(2, '0')
  const found = Object.entries(set).find(
    ([, { zh: word, national }]) => word === given || national === given || national === number,
  )
  return found?.[0]
}

const several = <Codes extends Record<string, Coded>>(
  set: Codes,
  given: string | undefined,
): (keyof Codes & string)[] => [
  ...new Set(
    (given ?? '')
      .split(/[,，、;；|]/)
      .map((one) => coded(set, one.trim()))
      .filter((one) => one !== undefined),
  ),
]

function typeOf(given: string | undefined, notices: Bilingual[]): ItemContent['type'] {
  const type = coded(itemTypes, given)
  if (type) return type
  // Provinces number what lies above 10 in their own way: 20 and 21 change places between them.
  notices.push({
    zh: `事项类型“${given ?? ''}”不在国家代码集内，暂列为其他行政权力，请核对`,
    en: `The item type "${given ?? ''}" is not in the national set; taken as other administrative power, check it`,
  })
  return 'otherPower'
}

const UNITS: readonly (readonly [RegExp, LimitShape['unit']])[] = [
  [/工作小时/, 'workingHours'],
  [/小时|^h$/i, 'hours'],
  [/月/, 'months'],
  [/年/, 'years'],
  [/自然日|日历天|^(D|2)$/i, 'calendarDays'],
  [/工作日|^(W|1)$/i, 'workingDays'],
]

/** `20`, `20个工作日`, `即办`. A number without any unit is none: working and calendar days are different promises. */
export function limitOf(value: string | undefined, unit: string | undefined): LimitShape | null {
  if (value === undefined) return null
  if (/即办|当场|即时/.test(value)) return { length: 0, unit: 'workingDays' }
  const length = /^\d{1,4}/.exec(value)?.[0]
  const named = unit ?? value.slice(length?.length ?? 0)
  const found = UNITS.find(([pattern]) => pattern.test(named.trim()))
  return length === undefined || !found ? null : { length: Number(length), unit: found[1] }
}

/** `《食品安全法》第三十五条`: several may stand in one cell. The day it became law is not in the file. */
function basisOf(given: string | undefined): ItemContent['basis'] {
  const found = [...(given ?? '').matchAll(/《([^》]{2,100})》([^《]{0,200})/g)]
  return found.slice(0, 40).map(([, law = '', rest = '']) => ({
    law,
    article: /第[一二三四五六七八九十百零〇\d]+条/.exec(rest)?.[0] ?? '',
    text: rest.trim(),
    inForceFrom: '1949-10-01',
    repealedFrom: null,
  }))
}

const listed = (given: string | undefined): string[] =>
  (given ?? '')
    .split(/\r?\n|(?<=[；;])|(?=[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])/)
    .map((line) => line.replace(/^[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*/, '').trim())
    .filter((line) => line.length > 1)
    .slice(0, 60)

const distinct = (rows: readonly Fields[]): Fields[] => [
  ...new Map(rows.map((row) => [row.get('materialName'), row])).values(),
]

const STEP_KINDS: readonly (readonly [RegExp, Step['kind']])[] = [
  [/受理|收件|申请/, 'accept'],
  [/勘|踏|现场|核查/, 'siteVisit'],
  [/专家|评审/, 'expertReview'],
  [/听证/, 'hearing'],
  [/决定|批准|审批|办结/, 'decide'],
  [/送达|制证|发证|领取/, 'deliver'],
]

const stepOf = (row: Fields, at: number): Step => ({
  code: `step-${at + 1}`,
  name: zh(row.get('stepName')),
  kind: STEP_KINDS.find(([pattern]) => pattern.test(row.get('stepName') ?? ''))?.[1] ?? 'review',
  unit: null,
  post: zh(row.get('stepPost')),
  limit: limitOf(row.get('stepLimit'), row.get('stepLimitUnit')),
  parallelGroup: null,
  reviewStandard: zh(row.get('stepStandard')),
})

function materialOf(row: Fields, at: number): Material {
  const get = (field: Field) => row.get(field)
  const necessity = get('materialNecessity') ?? ''
  const source = get('materialSource') ?? ''
  return {
    code: `material-${at + 1}`,
    name: zh(get('materialName')),
    originals: Math.min(99, Number(get('materialOriginals') ?? 0) || 0),
    copies: Math.min(99, Number(get('materialCopies') ?? 0) || 0),
    medium: /电子/.test(get('materialForm') ?? '') ? 'either' : 'paper',
    necessity: /容缺/.test(necessity)
      ? 'deferrable'
      : /非|否|^0$/.test(necessity)
        ? 'conditional'
        : 'necessary',
    requiredWhen: get('materialWhen') ? zh(get('materialWhen')) : null,
    source: /政府|部门核发/.test(source) ? 'government' : /其他/.test(source) ? 'other' : 'applicant',
    issuer: get('materialIssuer') ? zh(get('materialIssuer')) : null,
    bySharing: false,
    askedFromApplicant: true,
    blankForm: null,
    sample: null,
    guidance: zh(get('materialGuidance')),
    acceptanceStandard: zh(get('materialStandard')),
    basis: (get('materialBasis') ?? '').slice(0, 500),
  }
}

const feeOf = (row: Fields) => [
  {
    code: 'fee',
    name: zh(row.get('feeName')),
    standard: zh(row.get('feeStandard')),
    basis: (row.get('feeBasis') ?? '').slice(0, 500),
    reductions: null,
  },
]

const depthOf = (given: string | undefined): number => {
  const roman = ['', 'I', 'II', 'III', 'IV'].indexOf((given ?? '').replace(/级/g, '').toUpperCase())
  return roman > 0 ? roman : Math.min(4, Number(/[0-4]/.exec(given ?? '')?.[0] ?? 0))
}
