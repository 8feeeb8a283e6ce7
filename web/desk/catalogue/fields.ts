import {
  clientKinds,
  codeSchemes,
  conditionNatures,
  fieldKinds,
  gradeOutcomes,
  itemChannels,
  itemTypes,
  levels,
  licenceEffects,
  paymentWays,
  resultKinds,
  specialStepKinds,
  stepKinds,
  themes,
} from '#modules/catalogue/terms.ts'
import { blankBasis, blanks } from './blank.ts'
import type { Bilingual, Field } from './field.ts'
import { materials } from './material-fields.ts'
import {
  basis,
  body,
  choice,
  choices,
  code,
  day,
  group,
  label,
  limit,
  list,
  name,
  number,
  say,
  text,
  tick,
} from './field-makers.ts'

export interface EditorSection {
  readonly key: string
  readonly title: Bilingual
  /** One of the ten elements that every guide must hold. */
  readonly element?: true
  readonly fields: readonly Field[]
}

/** Everything that a version of an item says, in the order of the guide. A test holds this against the item itself. */
export const SECTIONS: readonly EditorSection[] = [
  {
    key: 'identity',
    title: label('基本信息', 'Identity'),
    fields: [
      say('name', '事项名称', 'Name of the item'),
      choice('type', '事项类型', 'Kind', itemTypes),
      choice('level', '行使层级', 'Level', levels),
      group('actingBody', '实施主体', 'Acting body', [
        name,
        text('creditCode', '统一社会信用代码', 'Credit code', { nullable: true }),
      ]),
      text('mainItem', '主项名称', 'Main item', { nullable: true }),
      group('codes', '编码', 'Codes', [
        choice('scheme', '编码体系', 'Scheme', codeSchemes),
        text('basic', '基本编码', 'Basic code', { nullable: true }),
        text('implementation', '实施编码', 'Implementation code', { nullable: true }),
        text('localBasic', '地方基本编码', 'Local basic code', { nullable: true }),
        text('localImplementation', '地方实施编码', 'Local implementation code', { nullable: true }),
      ]),
      choices('clients', '服务对象', 'Clients', clientKinds),
      choices('themes', '服务主题', 'Themes', themes),
      {
        ...{ key: 'phrases', label: label('群众怎么说', 'What people say'), kind: 'words', most: 40 },
        hint: label('每行一句，搜索时认得', 'One a line; the search knows them'),
      },
      tick(
        'safety',
        '直接关系公共安全、人身健康、生命财产安全',
        'Concerns public safety, health, life or property',
      ),
    ],
  },
  {
    ...{ key: 'duties', title: label('办事职责', 'Duties'), element: true },
    fields: [say('duties', '办事职责', 'Duties', { long: true })],
  },
  {
    ...{ key: 'content', title: label('承办事项', 'Matter handled'), element: true },
    fields: [say('content', '承办事项', 'Matter handled', { long: true })],
  },
  {
    ...{ key: 'basis', title: label('办事依据', 'Legal basis'), element: true },
    fields: [list('basis', '办事依据', 'Legal basis', { fields: basis, blank: blankBasis, most: 40 })],
  },
  {
    ...{ key: 'conditions', title: label('办事条件', 'Conditions'), element: true },
    fields: [
      list('conditions', '办事条件，一条一项', 'Conditions, one by one', {
        fields: [
          say('text', '条件', 'Condition', { long: true }),
          {
            ...{ key: 'nature', label: label('怎样认定', 'How it is told'), kind: 'choice' },
            ...{ of: conditionNatures, absent: conditionNatures.fact },
          },
          code,
        ],
        most: 60,
        blank: blanks.condition,
      }),
    ],
  },
  {
    ...{ key: 'steps', title: label('办事程序', 'Procedure'), element: true },
    fields: [
      list('steps', '环节', 'Steps', {
        fields: [
          name,
          choice('kind', '种类', 'Kind', stepKinds),
          say('post', '岗位', 'Post'),
          {
            ...{ key: 'unit', kind: 'unit' },
            label: label('单位（空为实施主体）', 'Unit (empty: the acting body)'),
          },
          limit('limit', '时限', 'Limit', true),
          text('parallelGroup', '并行组（同组同时办）', 'Group (same word: side by side)', {
            nullable: true,
          }),
          say('reviewStandard', '审查标准', 'Standard', { long: true }),
          code,
        ],
        ...{ blank: blanks.step, most: 40 },
      }),
      list('specialSteps', '特别程序（不计时限）', 'Special procedures (not counted)', {
        fields: [
          name,
          choice('kind', '种类', 'Kind', specialStepKinds),
          limit('limit', '时限', 'Limit'),
          group('basis', '依据', 'Basis', basis),
          say('noticeTemplate', '告知书模板', 'Text of the notice', { long: true }),
          code,
        ],
        ...{ blank: blanks.specialStep, most: 20 },
      }),
    ],
  },
  {
    ...{ key: 'limits', title: label('办事时限', 'Time limits'), element: true },
    fields: [
      group('limits', '时限', 'Limits', [
        tick('onTheSpot', '即办件（当场办结）', 'On the spot'),
        limit('statutory', '法定时限', 'Statutory limit', true),
        limit('committed', '承诺时限', 'Committed limit', true),
        text('statutoryRule', '法定时限规则编号', 'Rule of the statutory clock', { nullable: true }),
        say('note', '说明', 'Note', { long: true }),
      ]),
      group('deemedApproval', '超时默认', 'Deemed approval', [
        tick('eligible', '逾期不决定视为准予', 'Granted when its limit runs out'),
        say('reason', '理由', 'Reason'),
        say('approver', '批准机关', 'Approved by', { nullable: true }),
        group('basis', '依据', 'Basis', basis, () => blankBasis('')),
      ]),
    ],
  },
  {
    key: 'handling',
    title: label('办理类别', 'Kind of handling'),
    fields: [
      tick('filing', '备案（收齐即生效，不设审批）', 'Filing (takes effect on complete receipt)'),
      tick('sameDay', '材料齐全的当天决定', 'Complete cases are decided the same day'),
      limit('express', '急件时限（空为平台规定）', 'Limit in the express lane (empty: the platform’s)', true),
      group(
        'pledge',
        '告知承诺',
        'Inform and pledge',
        [
          say('text', '承诺书正文', 'The pledge', { long: true }),
          {
            ...{ key: 'waives', label: label('免交的材料编码', 'Materials not asked for'), kind: 'words' },
            ...{ most: 40, hint: label('每行一个编码', 'One code a line') },
          },
          limit('checkWithin', '决定后多久内核查', 'Checked within'),
          say('consequence', '虚假承诺的后果', 'What follows when it was false', { long: true }),
          text('basis', '依据', 'Basis'),
        ],
        blanks.pledge,
      ),
      list('discretion', '裁量基准（没有裁量的不填）', 'Discretion table (empty where there is none)', {
        fields: [
          name,
          say('when', '适用情形', 'Applies when', { long: true }),
          choice('outcome', '对应的决定', 'Decision', gradeOutcomes),
          code,
        ],
        ...{ blank: blanks.grade, most: 20 },
      }),
    ],
  },
  {
    ...{ key: 'materials', title: label('提交的材料目录', 'Materials'), element: true },
    fields: [materials],
  },
  {
    ...{ key: 'samples', title: label('申请书示范文本', 'Model forms'), element: true },
    fields: [
      list('samples', '示范文本', 'Model forms', {
        fields: [
          name,
          day('updatedOn', '更新日期', 'Updated on'),
          text('file', '文件', 'File', { nullable: true }),
          list('rows', '栏目和示范填写', 'Lines with an example', {
            fields: [say('label', '栏目', 'Line'), say('example', '示范填写', 'Example')],
            ...{ blank: blanks.sampleRow, most: 100 },
          }),
          code,
        ],
        ...{ blank: blanks.sample, most: 20 },
      }),
    ],
  },
  {
    ...{ key: 'results', title: label('办事结果', 'Results'), element: true },
    fields: [
      list('results', '结果', 'Results', {
        fields: [
          name,
          choice('kind', '种类', 'Kind', resultKinds),
          {
            ...{ key: 'licence', label: label('对证照的作用', 'Effect on the licence'), kind: 'choice' },
            ...{ of: licenceEffects, absent: label('发证', 'it is granted') },
          },
          text('sample', '样本', 'Sample', { nullable: true }),
          limit('validFor', '有效期', 'Valid for', true),
          code,
        ],
        ...{ blank: blanks.result, most: 20 },
      }),
    ],
  },
  {
    ...{ key: 'discipline', title: label('办事纪律和投诉', 'Conduct and complaints'), element: true },
    fields: [
      list('discipline', '办事纪律', 'Rules of conduct', {
        fields: [say('', '纪律', 'Rule', { long: true })],
        ...{ blank: blanks.said, most: 20 },
      }),
      group('phones', '电话', 'Phones', [
        text('consult', '咨询电话', 'For questions'),
        text('complaint', '投诉电话', 'For complaints'),
      ]),
      group(
        'remedies',
        '救济途径',
        'Remedies',
        [
          group('review', '行政复议', 'Administrative review', body),
          group('court', '行政诉讼', 'Court', body),
        ],
        blanks.remedies,
      ),
    ],
  },
  {
    key: 'fee',
    title: label('收费', 'Fees'),
    fields: [
      group('fee', '收费', 'Fees', [
        tick('charged', '收费', 'A fee is charged'),
        list('items', '收费项目', 'Charged for', {
          fields: [
            name,
            say('standard', '标准', 'Rate'),
            text('basis', '依据', 'Basis'),
            say('reductions', '减免', 'Reductions', { nullable: true }),
            code,
          ],
          ...{ blank: blanks.feeItem, most: 50 },
        }),
        choices('waysToPay', '缴费方式', 'Ways to pay', paymentWays),
      ]),
    ],
  },
  {
    key: 'ways',
    title: label('办理方式', 'Ways of applying'),
    fields: [
      choices('channels', '办理形式', 'Channels', itemChannels),
      number('visits', '到现场次数', 'Visits', 0, 20),
      say('onSiteReason', '必须到现场的原因', 'Why one must come', { nullable: true }),
      number('onlineDepth', '网上办理深度（0 至 4）', 'Online depth (0 to 4)', 0, 4),
      group('place', '办理地点', 'Place', [say('address', '地址', 'Address'), say('hours', '时间', 'Hours')]),
    ],
  },
  {
    key: 'faq',
    title: label('常见问题', 'Questions'),
    fields: [
      list('faq', '问答', 'Questions and answers', {
        fields: [say('question', '问', 'Question'), say('answer', '答', 'Answer', { long: true })],
        ...{ blank: blanks.question, most: 60 },
      }),
    ],
  },
  {
    key: 'form',
    title: label('申请表字段', 'Form fields'),
    fields: [
      list('form', '字段', 'Fields', {
        fields: [
          say('label', '名称', 'Label'),
          choice('kind', '种类', 'Kind', fieldKinds),
          tick('required', '必填', 'Required'),
          say('hint', '提示', 'Hint'),
          list('choices', '选项', 'Choices', {
            fields: [say('label', '选项', 'Choice'), code],
            ...{ blank: blanks.fieldChoice, most: 60 },
          }),
          number('maxLength', '最多字数', 'Longest', 1, 4000, true),
          number('min', '最小值', 'Smallest', -1_000_000_000, 1_000_000_000, true),
          number('max', '最大值', 'Largest', -1_000_000_000, 1_000_000_000, true),
          code,
        ],
        ...{ blank: blanks.formField, most: 60 },
      }),
    ],
  },
]
