import { messages } from '#ui/index.ts'

export const useText = messages('desk-inspections', {
  对本单位的检查: 'Inspections of our unit',
  '公开的检查当时就能看到，暗访在解密以后才能看到；对问题的答复在“问题”里提交。':
    'Open inspections show at once, undercover ones when they are released. Findings are answered under “Findings”.',
  '没有对本单位的检查。': 'Nobody has inspected this unit.',
  日期: 'Day',
  处室: 'Section',
  种类: 'Kind',
  状态: 'State',
  问题: 'Findings',
  查看: 'Open',
  关闭: 'Close',
  检查表: 'Checklist',
  项目: 'Item',
  结果: 'Answer',
  说明: 'Note',
  问题编号: 'Finding',
  事实: 'Fact',
  整改期限: 'Mend by',
  复查日期: 'Look again on',
  现场陈述: 'Statements',
})
