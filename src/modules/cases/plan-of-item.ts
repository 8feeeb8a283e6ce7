import type { Db } from '#kernel/sql.ts'
import { formatLimit } from '#engines/clocks/index.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { findPosts } from '#modules/organisation/index.ts'
import { wayOf } from './branches/plan.ts'
import { kindOf } from './kinds/plan.ts'
import type { CasePlan, Desk, PlannedMaterial, PlannedStep } from './plan.ts'
import type { Channel } from './terms.ts'

type Content = ItemVersion['content']
type Step = Content['steps'][number]

const CHANNEL: Readonly<Record<Content['channels'][number], Channel>> = {
  counter: 'counter',
  web: 'web',
  mobile: 'phone',
  post: 'post',
  agent: 'agent',
}

const NECESSITY = {
  necessary: 'necessary',
  conditional: 'whenApplicable',
  deferrable: 'mayFollow',
} as const satisfies Record<string, PlannedMaterial['necessity']>

/** What a case takes over from a version of an item. The posts that the item names are looked up in their units. */
export async function planOf(db: Db, { item, version, unit, content }: ItemVersion): Promise<CasePlan> {
  const { limits, steps, deemedApproval: deemed } = content
  const desks = await deskFinder(db, unit)
  const lastOf = async (kind: Step['kind']) => {
    const step = steps.findLast((one) => one.kind === kind)
    return step ? desks(step) : { unit, post: kind }
  }
  const statutory = limits.statutory ?? limits.committed ?? { length: 0, unit: 'workingDays' }
  return {
    item,
    version,
    name: content.name,
    unit,
    onTheSpot: limits.onTheSpot,
    channels: content.channels.map((channel) => CHANNEL[channel]),
    materials: materialsOf(content),
    ...heldIn(content),
    ...((await wayOf(content, unit, desks)) ?? { steps: await stepsOf(steps, desks) }),
    decidedBy: await lastOf('decide'),
    deliveredBy: await lastOf('deliver'),
    statutory: { limit: formatLimit(statutory), rule: limits.statutoryRule ?? 'XK-04' },
    committed: formatLimit(limits.committed ?? statutory),
    ...saidInPapers(content),
    deemedApproval:
      deemed.eligible && deemed.basis
        ? { basis: `${deemed.basis.law} ${deemed.basis.article}`.trim() }
        : null,
    ...licensingOf(content),
    ...kindOf(content),
  }
}

/** What letters have to name: the law, where to complain, whom to ask. */
function saidInPapers({ type, basis, remedies, phones, place }: Content) {
  const [first] = basis
  const body = ({ name, address, phone, within }: NonNullable<Content['remedies']>['court']) => ({
    ...{ name: name.zh, address: address.zh, phone },
    within: formatLimit(within),
  })
  return {
    law: { itemType: type, basis: first ? `《${first.law.replaceAll(/[《》]/g, '')}》${first.article}` : '' },
    appeal: remedies && { review: body(remedies.review), court: body(remedies.court) },
    contact: { phone: phones.consult, address: place.address.zh },
  }
}

/** 行政许可法 50: thirty days before the end, unless the item says another time. */
const RENEW_BEFORE = '30D'

/** What concerns licences and bans: a result that changes or ends a licence yields none. */
function licensingOf({ mainItem, safety = false, results, remedies }: Content) {
  const yields = results.find(
    ({ kind, licence = 'grants' }) => kind === 'licence' && (licence === 'grants' || licence === 'renews'),
  )
  return {
    mainItem,
    safety,
    remedies: remedies
      ? `向${remedies.review.name.zh}申请行政复议，或者向${remedies.court.name.zh}提起行政诉讼`
      : '申请行政复议或者提起行政诉讼',
    licence: yields
      ? {
          name: yields.name,
          period: yields.validFor && formatLimit(yields.validFor),
          renewBefore: yields.renewBefore ? formatLimit(yields.renewBefore) : RENEW_BEFORE,
        }
      : null,
  } satisfies Partial<CasePlan>
}

/** What the office fetches itself is not asked for (政务服务条例, 在线政务服务规定 7). */
const materialsOf = ({ materials }: Content): PlannedMaterial[] =>
  materials
    .filter(({ askedFromApplicant }) => askedFromApplicant)
    .map(({ code, name, necessity, guidance, sample, acceptanceStandard }) => ({
      code,
      name: name.zh,
      necessity: NECESSITY[necessity],
      guidance: guidance.zh,
      sample,
      standard: acceptanceStandard.zh,
    }))

/** Whoever asks for one all the same is told who has it. */
function heldIn({ materials }: Content): Pick<CasePlan, 'held'> {
  const held = materials
    .filter(({ askedFromApplicant }) => !askedFromApplicant)
    .map(({ code, name, heldBy, issuer }) => ({ code, name: name.zh, by: heldBy?.zh ?? issuer?.zh ?? '' }))
  return held.length > 0 ? { held } : {}
}

/** Between acceptance and decision; steps of one parallel group side by side. */
async function stepsOf(steps: readonly Step[], desks: (step: Step) => Promise<Desk>): Promise<PlannedStep[]> {
  const planned: PlannedStep[] = []
  let group = 0
  let together: string | null = null
  for (const step of steps) {
    if (step.kind === 'accept' || step.kind === 'decide' || step.kind === 'deliver') continue
    if (step.parallelGroup === null || step.parallelGroup !== together) group++
    together = step.parallelGroup
    const limit = step.limit ? formatLimit(step.limit) : null
    const visit = step.kind === 'siteVisit' ? { siteVisit: true } : {}
    planned.push({ code: step.code, name: step.name.zh, ...(await desks(step)), group, limit, ...visit })
  }
  return planned
}

/** A post by its title; a title that the unit does not know stands for itself, and only the head of the unit has it. */
async function deskFinder(db: Db, acting: string): Promise<(step: Step) => Promise<Desk>> {
  const posts = new Map<string, ReadonlyMap<string, string>>()
  const titlesOf = async (unit: string) => {
    const known = posts.get(unit) ?? new Map((await findPosts(db, unit)).map(({ id, title }) => [title, id]))
    posts.set(unit, known)
    return known
  }
  return async (step) => {
    const unit = step.unit ?? acting
    return { unit, post: (await titlesOf(unit)).get(step.post.zh) ?? step.post.zh }
  }
}
