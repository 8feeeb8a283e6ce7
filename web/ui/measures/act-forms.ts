import * as contract from '#modules/accountability/contract.ts'
import { LEVEL_WORDS, RANK_WORDS, RESULT_WORDS } from '#modules/accountability/terms.ts'
import type { Bilingual } from '#kernel/refusal.ts'

type Words = Readonly<Record<string, Bilingual>>
const say = (zh: string, en: string): Bilingual => ({ zh, en })

export interface ActField {
  readonly name: string
  readonly kind: 'line' | 'text' | 'day' | 'tick' | 'lines' | 'person' | 'people' | 'units'
  readonly choices?: Words
  readonly optional?: boolean
  /** Offered only where it can be asked for. */
  readonly when?: (of: contract.MeasureView) => boolean
  readonly label: FieldLabel
}

export type FieldLabel =
  | '决定人'
  | '理由'
  | '陈述和申辩'
  | '要求举行听证'
  | '日期'
  | '笔录（要点）'
  | '意见'
  | '公开范围'
  | '点名公开本人'
  | '送达方式'
  | '内容'
  | '证明材料（每行一件）'
  | '接受这份答复'
  | '延期到'
  | '谈话人'
  | '出示的事实'
  | '作出的承诺'
  | '检查日期'
  | '签字（姓名）'
  | '承诺已兑现'
  | '检查结果'
  | '渠道'
  | '链接（有就填）'
  | '本人已看到'
  | '怎样确认的'
  | '受影响的人（称呼）'
  | '发送单位'
  | '结果'
  | '文件'
  | '现任岗位'
  | '现任层次'
  | '理由（未采纳的必填）'
  | '申诉决定人'
  | '不经复核，直接申诉'

const field = (
  name: string,
  label: FieldLabel,
  kind: ActField['kind'] = 'line',
  more: Partial<ActField> = {},
): ActField => ({ name, label, kind, ...more })
const reason = field('reason', '理由', 'text')
const on = field('on', '日期', 'day')

/** What an act of the subject means, before he sends it: none of them can be taken back. */
export type ActMeans =
  | '决定以前请把要说的都写上：决定人须逐条看，提交后不能修改。要求听证的，另行通知时间。'
  | '由下达处理的机关审查，接受或者退回重写；提交后不能修改。'
  | '由另外的机关或者没有参与决定的人办理，不会因此加重。每一级只能申请一次，提交后不能修改。'

export interface ActForm {
  readonly endpoint: typeof contract.noticeMeasure
  readonly title: ActTitle
  readonly means?: ActMeans
  readonly fields: readonly ActField[]
}

export type ActTitle =
  | '告知并报请决定'
  | '不予处理'
  | '陈述申辩'
  | '登记听证'
  | '同意或者退回'
  | '登记送达'
  | '提出撤回'
  | '确认或者不同意撤回'
  | '指定申诉决定人'
  | '答复、提交材料'
  | '接受或者退回'
  | '延期一次'
  | '登记谈话'
  | '登记检查'
  | '登记道歉'
  | '登记受影响的人的意见'
  | '发出通报'
  | '回告结果'
  | '签收'
  | '申请复核或者申诉'
  | '决定复核、申诉'

const form = (endpoint: unknown, title: ActTitle, ...fields: readonly ActField[]): ActForm => ({
  // Each has its own body; the form sends what its fields say, and the server reads it by its own contract.
  endpoint: endpoint as ActForm['endpoint'],
  title,
  fields,
})

const AGREES = { true: say('同意', 'agree'), false: say('退回', 'send back') }
const CONFIRMS = { true: say('确认撤回', 'confirm it'), false: say('不同意', 'refuse it') }
const OUTCOMES = { upheld: say('维持', 'keep it'), cleared: say('撤销', 'lift it') }

/** One form for every act that the server may offer. */
export const ACT_FORMS: Readonly<Record<string, ActForm>> = {
  notice: form(contract.noticeMeasure, '告知并报请决定', field('deciders', '决定人', 'people')),
  drop: form(contract.dropMeasure, '不予处理', reason),
  state: {
    ...form(
      contract.stateMeasure,
      '陈述申辩',
      field('text', '陈述和申辩', 'text'),
      field('hearing', '要求举行听证', 'tick'),
    ),
    means: '决定以前请把要说的都写上：决定人须逐条看，提交后不能修改。要求听证的，另行通知时间。',
  },
  hear: form(contract.hearMeasure, '登记听证', on, field('minutes', '笔录（要点）', 'text')),
  decide: form(
    contract.decideMeasure,
    '同意或者退回',
    field('agrees', '意见', 'line', { choices: AGREES }),
    reason,
    field('level', '公开范围', 'line', { choices: LEVEL_WORDS }),
    field('named', '点名公开本人', 'tick'),
  ),
  serve: form(contract.serveMeasure, '登记送达', on, field('way', '送达方式')),
  withdraw: form(contract.withdrawMeasure, '提出撤回', reason),
  decideWithdrawal: form(
    contract.decideMeasureWithdrawal,
    '确认或者不同意撤回',
    field('agrees', '意见', 'line', { choices: CONFIRMS }),
    reason,
  ),
  nameJudge: form(contract.nameAppealJudge, '指定申诉决定人', field('judge', '申诉决定人', 'person')),
  answer: {
    ...form(
      contract.answerMeasure,
      '答复、提交材料',
      field('text', '内容', 'text'),
      field('proof', '证明材料（每行一件）', 'lines', { optional: true }),
    ),
    means: '由下达处理的机关审查，接受或者退回重写；提交后不能修改。',
  },
  judge: form(contract.judgeMeasureAnswer, '接受或者退回', field('accepted', '接受这份答复', 'tick'), reason),
  extend: form(contract.extendMeasure, '延期一次', field('until', '延期到', 'day'), reason),
  talk: form(
    contract.talkMeasure,
    '登记谈话',
    on,
    field('interviewer', '谈话人'),
    field('factsShown', '出示的事实', 'text'),
    field('promises', '作出的承诺', 'text'),
    field('checkBy', '检查日期', 'day'),
    field('signedBy', '签字（姓名）'),
  ),
  check: form(
    contract.checkMeasureTalk,
    '登记检查',
    on,
    field('kept', '承诺已兑现', 'tick'),
    field('note', '检查结果', 'text'),
  ),
  apologise: form(
    contract.apologiseMeasure,
    '登记道歉',
    on,
    field('text', '内容', 'text'),
    field('channel', '渠道'),
    field('link', '链接（有就填）', 'line', { optional: true }),
  ),
  confirm: form(
    contract.confirmMeasureApology,
    '登记受影响的人的意见',
    field('seen', '本人已看到', 'tick'),
    field('how', '怎样确认的'),
    field('harmed', '受影响的人（称呼）'),
  ),
  circulate: form(
    contract.circulateMeasure,
    '发出通报',
    field('text', '内容', 'text'),
    field('reach', '发送单位', 'units'),
  ),
  result: form(
    contract.returnMeasureResult,
    '回告结果',
    field('outcome', '结果', 'line', { choices: RESULT_WORDS }),
    on,
    field('document', '文件'),
    field('post', '现任岗位', 'line', { optional: true }),
    field('rank', '现任层次', 'line', { choices: RANK_WORDS, optional: true }),
    field('reason', '理由（未采纳的必填）', 'text', { optional: true }),
  ),
  receive: form(contract.receiveMeasure, '签收'),
  appeal: {
    ...form(contract.appealMeasure, '申请复核或者申诉', field('grounds', '理由', 'text'), {
      ...field('direct', '不经复核，直接申诉', 'tick', { optional: true }),
      when: ({ appeals, directBy }) => appeals.length === 0 && directBy !== null,
    }),
    means: '由另外的机关或者没有参与决定的人办理，不会因此加重。每一级只能申请一次，提交后不能修改。',
  },
  judgeAppeal: form(
    contract.judgeMeasureAppeal,
    '决定复核、申诉',
    field('outcome', '意见', 'line', { choices: OUTCOMES }),
    field('reasons', '理由', 'text'),
  ),
}
