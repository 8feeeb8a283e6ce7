import type { Basis, ItemContent, LimitShape, Text } from '../contract.ts'
import { itemTypes, levels, type LicenceEffect } from '../terms.ts'
import { type BaseItem, type Path, type Variant } from './base-item.ts'
import { buildingItems } from './building.ts'
import { businessItems } from './business.ts'
import { CATALOGUE_DEPARTMENTS, demoCreditCode, type DemoDepartment } from './departments.ts'
import { formOf } from './form-fields.ts'
import { withKind } from './kinds.ts'
import { applicationForm, materialOf, type PaperName } from './papers.ts'
import { callingsItems } from './callings.ts'
import { householdItems } from './household.ts'
import { welfareItems } from './welfare.ts'
import { deemedOf, DISCIPLINE, faqOf, feeOf, PLACE, REMEDIES } from './said.ts'
import { specialStepsOf, stepsOf } from './steps.ts'

export interface DemoItem {
  readonly item: string
  readonly unit: string
  readonly content: ItemContent
}

export interface DemoPlace {
  /** The units there are; an item whose department is not among them is left out. */
  readonly units?: readonly DemoDepartment[]
  readonly level?: 'city' | 'county'
  readonly place?: string
}

const BASE: readonly BaseItem[] = [
  ...businessItems,
  ...buildingItems,
  ...householdItems,
  ...welfareItems,
  ...callingsItems,
]

/** The catalogue of the demo city: invented in its details, made after items that offices really have. No chance in it. */
export function demoCatalogue({
  units = CATALOGUE_DEPARTMENTS,
  level = 'city',
  place = '青禾市',
}: DemoPlace = {}): DemoItem[] {
  return BASE.flatMap((base, index) => {
    const unit = unitFor(base.unit, units)
    if (!unit) return []
    return variantsOf(base).map((variant) => ({
      item: codeOf(base.key, variant),
      unit: unit.id,
      content: withKind(base.key, variant, contentOf(base, { variant, unit, level, place, index, units })),
    }))
  })
}

const unitFor = (department: string, units: readonly DemoDepartment[]): DemoDepartment | undefined =>
  units.find(({ id }) => id === department) ??
  units.find(({ name }) =>
    name.endsWith(CATALOGUE_DEPARTMENTS.find(({ id }) => id === department)?.name ?? '-'),
  )

const variantsOf = ({ variants = ['new'] }: BaseItem): readonly Variant[] => variants

const SUFFIX: Readonly<Record<Variant, string>> = {
  new: '',
  change: '-change',
  renew: '-renewal',
  reissue: '-reissue',
  cancel: '-closing',
}
const codeOf = (key: string, variant: Variant) => `${key}${SUFFIX[variant]}`

const ENDINGS: Readonly<Record<Variant, readonly [zh: string, en: string]>> = {
  new: ['（新办）', ', new'],
  change: ['（变更）', ', change'],
  renew: ['（延续）', ', renewal'],
  reissue: ['（补证）', ', reissue'],
  cancel: ['（注销）', ', closing'],
}

interface Making {
  readonly variant: Variant
  readonly unit: DemoDepartment
  readonly level: 'city' | 'county'
  readonly place: string
  readonly index: number
  readonly units: readonly DemoDepartment[]
}

function nameOf({ name: [zh, en], named, variants = ['new'] }: BaseItem, variant: Variant): Text {
  const own = named?.[variant]
  if (own) return { zh: own[0], en: own[1] }
  if (variants.length === 1) return { zh, en }
  return { zh: zh + ENDINGS[variant][0], en: en + ENDINGS[variant][1] }
}

const EFFECTS: Readonly<Record<Variant, LicenceEffect>> = {
  new: 'grants',
  change: 'changes',
  renew: 'renews',
  reissue: 'changes',
  cancel: 'ends',
}

const PATHS: Readonly<Record<Variant, (path: Path) => Path>> = {
  new: (path) => path,
  change: (path) => path,
  renew: (path) => (path === 'atOnce' ? path : 'plain'),
  reissue: () => 'atOnce',
  cancel: () => 'atOnce',
}

function promisedOf({ committed }: BaseItem, variant: Variant): number {
  if (variant === 'reissue' || variant === 'cancel') return 0
  return variant === 'new' ? committed : Math.ceil(committed * 0.6)
}

const PAPERS: Readonly<Record<Variant, (papers: readonly PaperName[]) => PaperName[]>> = {
  new: (papers) => [...papers],
  change: (papers) => ['present', 'changed', ...papers.filter((paper) => paper === 'identity')],
  renew: () => ['present', 'unchanged'],
  reissue: () => ['present', 'lost'],
  cancel: () => ['present', 'closing'],
}

function contentOf(base: BaseItem, making: Making): ItemContent {
  const { variant, unit, level, place, index } = making
  const { type, clients, themes, result, onSite } = base
  const name = nameOf(base, variant)
  const law = basisOf(base.law)
  const path = PATHS[variant](base.path)
  const promised = promisedOf(base, variant)
  const lawText = `《${law.law}》${law.article}`
  const [resultName, resultNameEn, resultKind, years] = result
  const { form, samples } = formOf(base.form, variant, name)
  const visits = onSite && variant !== 'cancel' ? 1 : 0
  return {
    name,
    type,
    level,
    codes: codesOf(base, making),
    actingBody: {
      name: { zh: place + unit.name.replace(/^.{1,4}市/, ''), en: unit.nameEn },
      creditCode: demoCreditCode(base.unit),
    },
    mainItem: base.name[0],
    clients: [...clients],
    themes: [...themes],
    phrases: phrasesOf(base, variant),
    duties: {
      zh: `${unit.name}依法办理${name.zh}，负责受理、审查、决定和送达，并对结果负责。`,
      en: `${unit.nameEn} handles "${name.en}" by law: it accepts, reviews, decides and delivers, and answers for the result.`,
    },
    content: { zh: `${name.zh}：${resultName}的办理。`, en: `${name.en}: about the ${resultNameEn}.` },
    basis: [law],
    conditions: base.conditions.map(([zh, en], at) => ({ code: `condition-${at + 1}`, text: { zh, en } })),
    steps: stepsOf(path, promised, base).filter(
      ({ unit: other }) => other === null || unitFor(other, making.units),
    ),
    limits: {
      onTheSpot: promised === 0,
      statutory: limitOf(base.statutory),
      committed: { length: promised, unit: 'workingDays' },
      statutoryRule: base.rule ?? (base.statutory === '20W' && type === 'licensing' ? 'XK-04' : null),
      note: { zh: '', en: '' },
    },
    materials: [
      applicationForm(name, lawText),
      ...PAPERS[variant](base.papers).map((paper) => materialOf(paper, lawText)),
    ],
    samples,
    results: [
      {
        code: 'result',
        name: { zh: resultName, en: resultNameEn },
        kind: resultKind,
        sample: resultKind === 'payment' || resultKind === 'record' ? null : `${resultName}（样本）`,
        validFor: years === undefined ? null : { length: years, unit: 'years' },
        ...(resultKind === 'licence' ? { licence: EFFECTS[variant] } : {}),
      },
    ],
    discipline: DISCIPLINE,
    fee: feeOf(base, variant),
    visits,
    onSiteReason: visits > 0 && onSite ? { zh: onSite[0], en: onSite[1] } : null,
    onlineDepth: visits > 0 ? 2 : 4,
    channels: visits > 0 ? ['counter', 'agent'] : ['counter', 'web', 'mobile', 'post', 'agent'],
    place: PLACE,
    phones: { consult: `0999-5551${String(100 + index).padStart(3, '0')}`, complaint: '12345' },
    deemedApproval: deemedOf(base, variant),
    specialSteps: specialStepsOf(path, type === 'licensing'),
    remedies: REMEDIES(place),
    faq: faqOf(name, promised, resultName, resultNameEn),
    form,
    safety: base.safety ?? false,
  }
}

function codesOf(base: BaseItem, { variant, level, index }: Making): ItemContent['codes'] {
  const department = CATALOGUE_DEPARTMENTS.findIndex(({ id }) => id === base.unit)
  const two = (number: number) => String(number).padStart(2, '0')
  const sub = String(Object.keys(SUFFIX).indexOf(variant)).padStart(3, '0')
  const basic = `99${itemTypes[base.type].national}${two(department)}${String(index + 1).padStart(3, '0')}${sub}`
  const implementation = `${demoCreditCode(base.unit)}${levels[level].national}${basic}`
  return { scheme: 'current', basic, implementation, localBasic: null, localImplementation: null }
}

const basisOf = ([law, article, inForceFrom]: BaseItem['law']): Basis => ({
  law,
  article,
  text: '',
  inForceFrom,
  repealedFrom: null,
})

const UNITS: Readonly<Record<string, LimitShape['unit']>> = {
  W: 'workingDays',
  D: 'calendarDays',
  M: 'months',
}
function limitOf(text: string | null): LimitShape | null {
  const unit = UNITS[text?.at(-1) ?? '']
  return text === null || unit === undefined ? null : { length: Number.parseInt(text, 10), unit }
}

function phrasesOf({ phrases, result: [result], name: [name] }: BaseItem, variant: Variant): string[] {
  switch (variant) {
    case 'new':
      return [...phrases]
    case 'change':
      return [`${result}变更`, `改${result}信息`]
    case 'renew':
      return [`${result}到期`, `${result}续期`, `${result}换证`]
    case 'reissue':
      return [`${result}丢了`, `补办${result}`, `${result}遗失`]
    case 'cancel':
      return [`注销${result}`, `${name}不办了`]
  }
}
