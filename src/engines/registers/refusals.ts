import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'register.no-such-institution': {
    status: 404,
    zh: '没有名为“{institution}”的制度台账，请从制度目录进入',
    en: 'There is no register "{institution}"; choose one from the list of institutions',
  },
  'register.no-such-entry': {
    status: 404,
    zh: '没有这条记录，或不在您可查看的范围内',
    en: 'There is no such entry, or it lies outside of what you may see',
  },
  'register.no-such-step': {
    status: 400,
    zh: '“{title}”没有“{step}”这一步',
    en: '"{title}" has no step "{step}"',
  },
  'register.step-not-now': {
    status: 409,
    zh: '记录现在是“{state}”，不能“{step}”；请刷新后按页面给出的步骤办理',
    en: 'The entry is "{stateEn}" now, so "{stepEn}" is not possible; reload and take a step that the page offers',
  },
  'register.not-yours': {
    status: 403,
    zh: '“{step}”由{who}办理',
    en: '"{stepEn}" is for {whoEn}',
  },
  'register.checks-himself': {
    status: 403,
    zh: '办理过“{before}”的人不能再办“{step}”，请由另一人办理',
    en: 'Whoever took "{beforeEn}" may not take "{stepEn}" too; somebody else has to',
  },
  'register.own-case': {
    status: 403,
    zh: '本单位的记录须由其他单位办“{step}”',
    en: '"{stepEn}" is for another unit than the one that the entry belongs to',
  },
  'register.field-missing': {
    status: 400,
    zh: '请填写“{field}”',
    en: 'Please fill in "{fieldEn}"',
  },
  'register.field-unknown': {
    status: 400,
    zh: '这一步不填写“{field}”',
    en: 'This step does not take "{field}"',
  },
  'register.field-wrong': {
    status: 400,
    zh: '“{field}”应为{shape}',
    en: '"{fieldEn}" should be {shapeEn}',
  },
  'register.reference-unknown': {
    status: 400,
    zh: '“{field}”中的“{value}”不存在，请从列表中选择',
    en: '"{value}" in "{fieldEn}" does not exist; choose one from the list',
  },
  'register.no-owner': {
    status: 400,
    zh: '须有负责的单位：请填写“{field}”，或用单位账号办理',
    en: 'An entry needs a unit that answers for it: fill in "{fieldEn}", or use the account of a unit',
  },
  'register.fixed': {
    status: 409,
    zh: '“{field}”登记后不得更改',
    en: '"{fieldEn}" is never changed once it is entered',
  },
  'register.over': {
    status: 409,
    zh: '记录已是“{state}”，不能再更正',
    en: 'The entry is "{stateEn}" and can no longer be corrected',
  },
  'register.nothing-corrected': {
    status: 400,
    zh: '没有改动任何内容',
    en: 'Nothing was changed',
  },
  'register.no-such-flag': {
    status: 409,
    zh: '这条记录现在没有“{flag}”的提示，请刷新',
    en: 'The entry is not flagged "{flag}" now; reload the page',
  },
  'register.definition-wrong': {
    status: 400,
    zh: '制度定义还不能公布：{faults}',
    en: 'The definition cannot be published yet: {faultsEn}',
  },
  'register.own-draft': {
    status: 403,
    zh: '起草人不能公布自己起草的制度，请由另一人公布',
    en: 'Nobody publishes a definition that he drafted; somebody else has to',
  },
  'register.no-draft': {
    status: 404,
    zh: '“{institution}”没有草稿',
    en: 'There is no draft of "{institution}"',
  },
  'register.draft-changed': {
    status: 409,
    zh: '草稿已被他人改动，请刷新后再改',
    en: 'Somebody else changed the draft; reload it and change it again',
  },
  'register.sheet-columns': {
    status: 400,
    zh: '表头缺少“{columns}”，请下载模板填写',
    en: 'The sheet lacks the columns "{columns}"; download the template',
  },
  'register.sheet-empty': {
    status: 400,
    zh: '表中没有数据行',
    en: 'The sheet has no rows of data',
  },
  'register.sheet-row': {
    status: 400,
    zh: '第{row}行：{fault}。整张表未导入，请改正后重新导入',
    en: 'Row {row}: {faultEn}. Nothing of the sheet was imported; mend it and import it again',
  },
})
