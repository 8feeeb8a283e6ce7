import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about maps of formalities, with what to do instead. */
export const refuse = defineRefusals({
  'permits.no-map': {
    status: 404,
    zh: '没有“{type}”类项目的全流程手续图',
    en: 'There is no map of formalities for projects of the kind "{type}"',
  },
  'permits.twice': {
    status: 422,
    zh: '手续“{permit}”写了两次',
    en: 'The formality "{permit}" stands there twice',
  },
  'permits.unknown-need': {
    status: 422,
    zh: '“{permit}”的前置“{need}”不在图上；请把它加上，或者取消这个前置',
    en: 'The prerequisite "{need}" of "{permit}" is not on the map: add it, or take the prerequisite out',
  },
  'permits.circular': {
    status: 422,
    zh: '互为前置，谁也不能先办：{circle}；请取消其中一个',
    en: 'Each needs the other and none can begin: {circle}; take one prerequisite out',
  },
  'permits.unknown-unit': {
    status: 422,
    zh: '“{permit}”的部门“{unit}”不在机构名录里',
    en: 'The department "{unit}" of "{permit}" is unknown',
  },
  'permits.unknown-item': {
    status: 422,
    zh: '“{permit}”的事项“{item}”不在事项清单里，不能要求办理',
    en: 'The item "{item}" of "{permit}" is not in the catalogue and cannot be demanded',
  },
  'permits.unknown-permit': {
    status: 404,
    zh: '图上没有“{permit}”',
    en: 'The map has no "{permit}"',
  },
})
