import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'institutions.definition-shape': {
    status: 400,
    zh: '制度定义的写法不对：{at}。请在页面上修改',
    en: 'The definition is not well formed at {at}; change it on its page',
  },
  'institutions.another-name': {
    status: 400,
    zh: '定义的代码须与地址一致',
    en: 'The code of the definition has to be the one in the address',
  },
  'institutions.person-wanted': {
    status: 400,
    zh: '“{field}”请填写姓名，可加电话',
    en: 'Please give a name for "{fieldEn}", and a phone if there is one',
  },
  'institutions.no-person': {
    status: 404,
    zh: '这条记录没有填写该人员',
    en: 'This entry names nobody there',
  },
  'institutions.too-many-rows': {
    status: 400,
    zh: '一次最多导入{most}行，请分几张表导入',
    en: 'At most {most} rows at a time; split the sheet',
  },
})
