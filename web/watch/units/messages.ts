import { messages } from '#ui/index.ts'

export const useText = messages('units', {
  单位: 'Units',
  '各单位的办件、按时率和牌。点列名排序，点数字看办件。':
    'Cases, on-time share and cards of each unit. Click a heading to sort, a number to see its cases.',
  办件: 'Cases',
  在办: 'Open',
  已超时: 'Overdue',
  按时办结率: 'Concluded on time',
  下限: 'low',
  上限: 'high',
  '办结用时（中位，工作日）': 'Working days used (median)',
  '用时中位（工作日）': 'Median working days',
  '还没有单位办件。导入的日志里要有一列写明单位。':
    'No unit has cases yet. The imported log needs a column that names the unit.',
  '少于 {{count}} 件的单位': 'Units with fewer than {{count}} cases',
  '只灰显，不参加排序比较：几件办件说明不了单位的快慢，还可能让人认出当事人。':
    'are greyed and always stand last: a handful of cases says nothing about a unit, and could identify people.',
  '粗线是按时率，色带是 95% 区间；两家的色带重叠，就不能说谁更好。':
    'The thick line is the share, the band its 95 % interval; where two bands overlap, neither is better.',
  样本太少: 'too few cases',
  黄牌: 'Yellow cards',
  红牌: 'Red cards',
})
