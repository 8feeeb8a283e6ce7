import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about the grounds on which an office refuses, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'ground.none-cited': {
    status: 422,
    zh: '不予须写明哪一条办事条件没有满足。本事项的条件：{conditions}',
    en: 'A refusal names the condition that is not met. The conditions of this item: {conditions}',
  },
  'ground.not-listed': {
    status: 422,
    zh: '“{condition}”不在本事项公布的条件里，不得以此为由不予，也不得在窗口增设条件。公布的条件：{conditions}',
    en: '"{condition}" is no published condition of this item: it is no ground for a refusal, and a counter adds none. Published: {conditions}',
  },
  'ground.granted-unmet': {
    status: 422,
    zh: '准予的决定不能同时写未满足的条件，请核对',
    en: 'A grant names no condition that is not met; please check',
  },
  'ground.mere-formality': {
    status: 422,
    zh: '“{condition}”是可以当场更正的形式问题，不能作为不予的理由；请允许申请人当场更正（行政许可法第三十二条）',
    en: '"{condition}" is a formality that can be mended on the spot and no ground for a refusal; let the applicant mend it (行政许可法 art. 32)',
  },
  'ground.interpretation-bare': {
    status: 422,
    zh: '“{condition}”要靠解释认定：请写明所依据的条款，并告诉申请人还有什么合法的办法',
    en: '"{condition}" is a matter of interpretation: name the clause it rests on and the lawful way that is open to the applicant',
  },
  'ground.petty-order': {
    status: 422,
    zh: '“{clause}”不是法律、法规、规章的条款，内部要求不能作为不予的依据',
    en: '"{clause}" is no clause of a law, regulation or rule; an order of the office is no ground for a refusal',
  },
  'ground.why-not-accepted': {
    status: 422,
    zh: '请选择不予受理的情形：依法不需要许可、不属于本机关职权，或者写明哪一条条件没有满足',
    en: 'Choose why it is declined: no licence is needed, it is not within this office’s power, or the condition that is not met',
  },
  'grade.none-cited': {
    status: 422,
    zh: '本事项有裁量基准，决定须写明适用哪一档：{grades}',
    en: 'This item has a discretion table; the decision names its grade: {grades}',
  },
  'grade.not-listed': {
    status: 422,
    zh: '裁量基准里没有“{grade}”这一档。可用的档次：{grades}',
    en: 'The discretion table has no grade "{grade}". Its grades: {grades}',
  },
  'grade.other-outcome': {
    status: 422,
    zh: '“{grade}”一档对应的决定是{outcome}，与这个决定不符',
    en: 'The grade "{grade}" is for "{outcome}" and does not fit this decision',
  },
  'reading.none': {
    status: 409,
    zh: '本件不是解释性不予，没有可以复核的解释',
    en: 'The case was not refused by interpretation, so there is none to look at',
  },
  'reading.reviewed': {
    status: 409,
    zh: '这件解释性不予已经复核过，意见不能改',
    en: 'This refusal has been looked at, and the finding stays',
  },
  'reading.own-unit': {
    status: 403,
    zh: '解释性不予由作出决定的单位以外的机构复核',
    en: 'A refusal by interpretation is looked at outside the unit that refused',
  },
  'decision.back-dated': {
    status: 422,
    zh: '落款日期 {dated} 不是作出决定的今天（{today}）；决定按实际作出的日期落款，不能倒签或者预签',
    en: 'The decision bears the date {dated}, and it is taken today ({today}); it is neither dated back nor ahead',
  },
})
