import { messages } from '#ui/index.ts'

export const useText = messages('overview', {
  总览: 'Overview',
  '每个数都可以点开，看到它数的是哪些办件。': 'Every figure opens to the cases it counts.',
  主要数字: 'Figures',
  办结用时分布: 'How long cases took',
  '已办结办件按所用工作日（每柱的右端含当日）':
    'Concluded cases by working days used (each bar up to and including)',
  个工作日: 'working days',
  '还没有办结的办件，没有用时可以分布。': 'No case is concluded yet, so there are no durations to show.',
  '一半的办件在 {{half}} 个工作日内办结，九成在 {{most}} 个工作日内。':
    'Half of the cases were concluded within {{half}} working days, nine in ten within {{most}}.',
  各规则的牌: 'Cards by rule',
  '这份日志里没有牌。': 'There are no cards in this log.',
  规则: 'Rule',
  级别: 'Level',
  牌数: 'Cards',
  编号: 'Code',
  '还没有办件日志。': 'There is no log yet.',
  先导入一份日志: 'Import a log first',
  '灰色的数：': 'Grey figures:',
  '样本太少的数不作比较：几件办件说明不了快慢，还可能让人认出当事人。':
    'figures of very few cases are not compared: a handful proves nothing, and could identify people.',
  流程图: 'Process map',
  单位比较: 'Units',
})
