/** On what a paper rests, as the case's item and its clock say it. */
export interface LawQuestion {
  /** As the catalogue calls it: `licensing`, `payment`, `confirmation`, …; empty where the case does not say. */
  readonly itemType: string
  /** The row of the statutory table that the case's clock follows, such as `DJ-02`. */
  readonly clockRule: string
  /** 设定依据 of the item, to the article. */
  readonly itemBasis: string
}

/** Each a clause such as 依照……的规定，; empty where no law can be named, and the sentence does without. */
export interface Citations {
  readonly accepted: string
  readonly incomplete: string
  readonly unanswered: string
  readonly suspended: string
  readonly extended: string
  readonly granted: string
  readonly denied: string
  /** 决定准予、决定不予许可: the words of that law. */
  readonly grants: string
  readonly denies: string
}

const by = (law: string) => `依照${law}的规定，`

const LICENSING_LAW = '《中华人民共和国行政许可法》'
const LICENSING: Citations = {
  accepted: by(`${LICENSING_LAW}第三十二条第一款第（五）项`),
  incomplete: by(`${LICENSING_LAW}第三十二条第一款第（四）项`),
  unanswered: by(`${LICENSING_LAW}第三十二条第一款第（四）项`),
  suspended: by(`${LICENSING_LAW}第四十五条`),
  extended: by(`${LICENSING_LAW}第四十二条第一款`),
  granted: by(`${LICENSING_LAW}第三十八条第一款`),
  denied: by(`${LICENSING_LAW}第三十八条第二款`),
  grants: '决定准予',
  denies: '决定不予许可',
}

const REAL_ESTATE_LAW = '《不动产登记暂行条例》'
const REAL_ESTATE: Citations = {
  accepted: by(`${REAL_ESTATE_LAW}第十七条第一款第（一）项`),
  incomplete: by(`${REAL_ESTATE_LAW}第十七条第一款第（三）项`),
  unanswered: by(`${REAL_ESTATE_LAW}第十七条第二款`),
  suspended: by(`${REAL_ESTATE_LAW}第二十条`),
  extended: by(`${REAL_ESTATE_LAW}第二十条`),
  granted: by(`${REAL_ESTATE_LAW}第二十一条`),
  denied: by(`${REAL_ESTATE_LAW}第二十二条`),
  grants: '准予登记',
  denies: '决定不予登记',
}

const REGISTRATION_LAW = '《中华人民共和国市场主体登记管理条例》'
const REGISTRATION: Citations = {
  accepted: by(`${REGISTRATION_LAW}第十九条第一款`),
  incomplete: by(`${REGISTRATION_LAW}第十九条第二款`),
  unanswered: '',
  suspended: '',
  extended: by(`${REGISTRATION_LAW}第十九条第一款`),
  granted: by(`${REGISTRATION_LAW}第十九条第一款`),
  denied: by(`${REGISTRATION_LAW}第二十条`),
  grants: '准予登记',
  denies: '决定不予登记',
}

const DENIES: Readonly<Record<string, string>> = {
  payment: '决定不予给付',
  confirmation: '决定不予确认',
  award: '决定不予奖励',
  ruling: '决定不予支持',
}

/**
 * The articles that a paper may cite. What is no licence must not cite the 行政许可法: registrations have laws of their
 * own, everything else rests on the basis of its item.
 */
export function citationsOf({ itemType, clockRule, itemBasis }: LawQuestion): Citations {
  if (clockRule === 'DJ-01') return REGISTRATION
  if (clockRule.startsWith('DJ-')) return REAL_ESTATE
  if (itemType === 'licensing' || (itemType === '' && clockRule.startsWith('XK-'))) return LICENSING
  const own = itemBasis === '' ? '' : by(itemBasis)
  return {
    ...{ accepted: own, incomplete: own, unanswered: '', suspended: own, extended: own },
    ...{ granted: own, denied: own },
    grants: '决定准予办理',
    denies: DENIES[itemType] ?? '决定不予办理',
  }
}
