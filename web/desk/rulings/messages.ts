import { messages } from '#ui/index.ts'

export const useText = messages('desk-rulings', {
  会议决定: 'Conference rulings',
  '行政监督联席会议要求本单位做的事：报告落实情况，由监察确认。':
    'What the joint conference asked of this unit: report how it was carried out; supervision confirms.',
  '没有要落实的决定。': 'There is nothing to carry out.',
  '没有逾期的决定。': 'Nothing is overdue.',
  范围: 'Show',
  未了结: 'Unfinished',
  已逾期: 'Overdue',
  全部: 'All',
  落实情况: 'How it was carried out',
  报告: 'Report',
  '已报告，待监察确认。': 'Reported; supervision confirms it.',
})
