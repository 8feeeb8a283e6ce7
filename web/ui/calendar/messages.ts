import { messages } from '../language/catalogue.ts'

export const useText = messages('day-field', {
  打开日历: 'Open the calendar',
  上一月: 'Previous month',
  下一月: 'Next month',
  '{{year}}年{{month}}月': '{{month}}/{{year}}',
  '方向键逐日移动，PageUp、PageDown 换月，Esc 关闭。':
    'The arrow keys move day by day, PageUp and PageDown by month, Esc closes.',
  一: 'Mo',
  二: 'Tu',
  三: 'We',
  四: 'Th',
  五: 'Fr',
  六: 'Sa',
  日: 'Su',
  工作日: 'working day',
  公休日: 'rest day',
  放假: 'holiday',
  调休上班: 'make-up working day',
  半天: 'half day',
  未公布: 'not announced',
  '这一天不上班。': 'Nobody works on this day.',
})
