/**
 * Names of columns as the national field sets have them (GB/T 39046-2020; the implementation list of GB/T 39554.2), and
 * as exports of provinces write them.
 */
export const columns = {
  name: ['事项名称', '名称', '业务办理项名称', 'name', 'task_name'],
  mainItem: ['主项名称', '主项', 'main_item'],
  implementation: ['实施编码', '国家实施编码', '事项编码', 'item_code', 'task_code'],
  basic: ['基本编码', '国家基本编码', 'catalog_code'],
  localImplementation: ['地方实施编码', 'local_task_code'],
  localBasic: ['地方基本编码', 'local_catalog_code'],
  type: ['事项类型', '事项类型代码', '类型', 'task_type'],
  level: ['行使层级', '行使层级代码', 'use_level'],
  body: ['实施主体', '实施主体名称', '部门', '部门名称', 'department', 'dept_name'],
  bodyCode: ['实施主体编码', '实施主体代码', '统一社会信用代码', 'dept_code'],
  basis: ['设定依据', '办理依据', 'by_law'],
  duties: ['权限划分', '办事职责'],
  content: ['行使内容', '承办事项'],
  conditions: ['受理条件', '办理条件', 'accept_condition'],
  clients: ['服务对象', '服务对象代码', 'serve_type'],
  personThemes: ['自然人主题', '服务主题', '自然人主题代码'],
  corporateThemes: ['法人主题', '法人主题代码'],
  handling: ['办件类型', '办件类型代码', 'project_type'],
  statutory: ['法定办结时限', '法定时限', 'anticipate_day'],
  statutoryUnit: ['法定办结时限单位', '法定时限单位', 'anticipate_type'],
  committed: ['承诺办结时限', '承诺时限', 'promise_day'],
  committedUnit: ['承诺办结时限单位', '承诺时限单位', 'promise_type'],
  charged: ['是否收费', 'is_fee'],
  feeName: ['收费项目名称'],
  feeStandard: ['收费标准'],
  feeBasis: ['收费依据'],
  visits: ['到办事现场次数', '跑动次数', 'limit_scene_num'],
  onSiteReason: ['必须现场办理原因'],
  onlineDepth: ['网上办理深度', 'online_handle_depth'],
  place: ['办理地点', 'handle_addr'],
  hours: ['办理时间', 'handle_time'],
  consult: ['咨询方式', '咨询电话', 'link_way'],
  complaint: ['监督投诉方式', '监督电话', '投诉电话', 'supervise_way'],
  resultName: ['结果名称', '审批结果名称', 'result_name'],
  resultSample: ['结果样本', '审批结果样本'],
  materialName: ['材料名称', 'material_name'],
  materialOriginals: ['原件份数', '材料原件份数'],
  materialCopies: ['复印件份数', '材料复印件份数'],
  materialNecessity: ['是否必备', '必要性', '材料必要性'],
  materialWhen: ['非必要办理情形'],
  materialSource: ['来源渠道', '材料来源渠道'],
  materialIssuer: ['出具机构', '来源渠道说明'],
  materialForm: ['材料形式', '形式'],
  materialGuidance: ['填报须知', '使用说明', '办理说明'],
  materialStandard: ['受理标准'],
  materialBasis: ['要求提供材料的依据'],
  stepName: ['环节名称', 'link_name'],
  stepPost: ['处室', '办理人', '岗位'],
  stepLimit: ['办理时限', '环节时限'],
  stepLimitUnit: ['办理时限单位', '环节时限单位'],
  stepStandard: ['审查标准'],
  question: ['问题', '常见问题'],
  answer: ['解答', '常见问题解答'],
} as const satisfies Record<string, readonly string[]>

export type Field = keyof typeof columns

/** Columns that say nothing an item holds, so that leaving them is not worth a word. */
const PASSED_OVER = new Set([
  '序号',
  '行政管辖',
  '行政区划',
  'area_code',
  '行政区划代码',
  '版本号',
  '数据来源',
])

const fieldOf = new Map<string, Field>(
  Object.entries(columns).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
)

/** Whether a text is the name of a column that an item has. */
export const isColumn = (text: string): boolean => fieldOf.has(text)

/** The fields of a row, and the columns nobody knows. */
export function fieldsOf(cells: ReadonlyMap<string, string>): {
  readonly fields: ReadonlyMap<Field, string>
  readonly unknown: readonly string[]
} {
  const fields = new Map<Field, string>()
  const unknown: string[] = []
  for (const [column, value] of cells) {
    const field = fieldOf.get(column)
    if (field) fields.set(field, fields.get(field) ?? value)
    else if (!PASSED_OVER.has(column)) unknown.push(column)
  }
  return { fields, unknown }
}
