import type { Bilingual } from '#kernel/refusal.ts'
import type { FieldKind, Who } from './definition.ts'

/** What each kind of field is called where definitions are made. */
export const FIELD_KIND_WORDS: Readonly<Record<FieldKind, Bilingual>> = {
  text: { zh: '一行文字', en: 'a line of text' },
  longText: { zh: '多行文字', en: 'several lines of text' },
  number: { zh: '数字', en: 'number' },
  money: { zh: '金额（元）', en: 'money (yuan)' },
  yesNo: { zh: '是或否', en: 'yes or no' },
  day: { zh: '日期', en: 'day' },
  choice: { zh: '单选', en: 'one of a list' },
  choices: { zh: '多选', en: 'several of a list' },
  unit: { zh: '单位', en: 'unit' },
  account: { zh: '工作人员', en: 'member of staff' },
  item: { zh: '事项', en: 'item' },
  hall: { zh: '大厅', en: 'hall' },
  counter: { zh: '窗口', en: 'counter' },
  badge: { zh: '工作牌', en: 'badge' },
  case: { zh: '办件编号', en: 'case number' },
  entry: { zh: '另一台账的记录', en: 'entry of another register' },
  person: { zh: '人员（入个人信息库）', en: 'person (kept in the vault)' },
}

/** Whom a step may be given to, besides those that a field names. */
export const WHO_WORDS: Readonly<Record<Extract<Who, string>, Bilingual>> = {
  unit: { zh: '负责单位的工作人员', en: 'staff of the unit that answers for it' },
  head: { zh: '负责单位的负责人', en: 'the head of the unit that answers for it' },
  anyUnit: { zh: '各单位工作人员', en: 'staff of any unit' },
  anyHead: { zh: '各单位负责人', en: 'the head of any unit' },
  supervision: { zh: '监察人员', en: 'supervision' },
  leader: { zh: '领导', en: 'a leader' },
  resident: { zh: '申请人', en: 'applicants' },
}

/** Roles that a step may be given to besides. */
export const ROLE_WORDS: Readonly<Record<string, Bilingual>> = {
  observer: {
    zh: '效能监督员、监测点联络人',
    en: 'efficiency supervisors and contacts of monitoring points',
  },
}

/** Units of a kind. */
export const UNIT_KIND_WORDS: Readonly<Record<string, Bilingual>> = {
  hall: { zh: '大厅管理机构的工作人员', en: 'staff of the body that runs the hall' },
  supervision: { zh: '监察机构的工作人员', en: 'staff of supervision' },
  township: { zh: '乡镇街道的工作人员', en: 'staff of a township' },
  village: { zh: '村社区的工作人员', en: 'staff of a village' },
  leadership: { zh: '政府领导班子的工作人员', en: "staff of the government's leadership" },
  department: { zh: '部门的工作人员', en: 'staff of a department' },
}

/** The areas that institutions stand under, in the order of the list; others come last under their own name. */
export const AREA_WORDS: Readonly<Record<string, Bilingual>> = {
  hall: { zh: '服务大厅', en: 'Service hall' },
  catalogue: { zh: '事项与改革', en: 'Items and reform' },
  cases: { zh: '办件与承诺', en: 'Cases and commitments' },
  inspections: { zh: '督查与监督网络', en: 'Inspection and the network of supervisors' },
  supervision: { zh: '监察工作', en: 'Work of supervision' },
  rectification: { zh: '问题征集与自查', en: 'Collecting problems and self-checks' },
}
