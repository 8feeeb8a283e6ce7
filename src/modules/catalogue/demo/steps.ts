import type { LimitShape, SpecialStep, Step } from '../contract.ts'
import { stepKinds, type StepKind } from '../terms.ts'
import type { Path } from './base-item.ts'
import { DEMO_POSTS } from './departments.ts'

const days = (length: number): LimitShape => ({ length, unit: 'workingDays' })

const standards: Readonly<Record<StepKind, readonly [zh: string, en: string]>> = {
  accept: ['材料与清单一致，填写完整', 'the papers are those of the list, and complete'],
  review: ['符合各项受理条件，内容真实一致', 'all conditions are met and the papers agree'],
  siteVisit: ['两名以上人员到场，现场与申请一致', 'two persons see that the place is as applied for'],
  expertReview: ['专家意见明确，有签名', 'the experts say clearly what they think, and sign'],
  hearing: ['听取申请人和利害关系人意见', 'applicant and others concerned are heard'],
  decide: ['依据审查结论作出决定，说明理由', 'decides on the review, with reasons'],
  deliver: ['十日内送达，取得送达回证', 'delivered within ten days, with proof'],
}

interface More {
  readonly unit?: string | null
  readonly code?: string
  readonly group?: string
  readonly name?: readonly [zh: string, en: string]
}

/** A step with no working days of its own happens on the spot and takes nothing of the promise. */
function step(kind: StepKind, length: number, { unit = null, code = kind, group, name }: More = {}): Step {
  const { zh, en } = stepKinds[kind]
  const [standard, standardEn] = standards[kind]
  const { title, titleEn } = DEMO_POSTS[kind]
  return {
    code,
    name: name ? { zh: name[0], en: name[1] } : { zh, en },
    kind,
    unit,
    post: { zh: title, en: titleEn },
    limit: length > 0 ? days(length) : null,
    parallelGroup: group ?? null,
    reviewStandard: { zh: standard, en: standardEn },
  }
}

/** Who looks at it beside the acting unit, at the same time. */
const JOINED: Readonly<Record<string, readonly (readonly [unit: string, zh: string, en: string])[]>> = {
  construction: [
    ['planning', '规划核实', 'planning check'],
    ['fire', '消防核查', 'fire check'],
    ['city-management', '市政核查', 'municipal check'],
  ],
}
const HOUSING: typeof JOINED = {
  construction: [
    ['civil-affairs', '家庭收入核对', 'check of means'],
    ['planning', '住房情况核对', 'check of homes'],
    ['police', '户籍情况核对', 'check of residence'],
  ],
}

/** The steps of an item that promises so many working days; together they never take more. */
export function stepsOf(path: Path, promised: number, { unit, key }: { unit: string; key: string }): Step[] {
  const [accept, deliver] = [step('accept', 0), step('deliver', 0)]
  const decide = step('decide', promised > 0 ? 1 : 0)
  const rest = Math.max(0, promised - 1)
  const half = Math.floor(rest / 2)
  switch (path) {
    case 'atOnce':
      return [accept, step('review', 0), step('decide', 0), deliver]
    case 'plain':
      return [accept, step('review', rest), decide, deliver]
    case 'site':
      return [accept, step('siteVisit', half), step('review', rest - half), decide, deliver]
    case 'expert':
      return [accept, step('expertReview', half), step('review', rest - half), decide, deliver]
    case 'joint': {
      const joined = (key === 'public-housing' ? HOUSING : JOINED)[unit] ?? []
      const beside = joined.map(([other, zh, en]) =>
        step('review', half, { unit: other, code: `review-${other}`, group: 'together', name: [zh, en] }),
      )
      return [accept, ...beside, step('review', rest - half), decide, deliver]
    }
  }
}

const special = (kind: 'expertReview' | 'test', zh: string, en: string, length: number): SpecialStep => ({
  code: kind,
  name: { zh, en },
  kind,
  limit: days(length),
  basis: {
    law: '中华人民共和国行政许可法',
    article: '第四十五条',
    text: '',
    inForceFrom: '2004-07-01',
    repealedFrom: null,
  },
  noticeTemplate: {
    zh: `因须进行${zh}，所需时间预计 ${length} 个工作日，依法不计算在办理期限内，现书面告知。`,
    en: `The ${en} takes some ${length} working days, which by law are not counted. You are hereby told in writing.`,
  },
})

export function specialStepsOf(path: Path, licensing: boolean): SpecialStep[] {
  if (!licensing) return []
  if (path === 'expert') return [special('expertReview', '专家评审', 'expert review', 15)]
  return path === 'site' ? [special('test', '检测', 'test', 10)] : []
}
