import { messages } from '#ui/index.ts'

export const useText = messages('results', {
  办理结果公开: 'Published results',
  '每一件决定作出当天公开。个人姓名只显示姓氏；不予的，写明没有满足哪一条公布的条件。':
    'Every decision is posted on its day. Of a person only the surname is shown; a denial names the published condition that is not met.',
  事项名称或文号: 'Item, or number of the decision',
  查找: 'Search',
  '没有找到公开的结果。': 'No published result was found.',
  更多: 'More',
  准予: 'Granted',
  不予: 'Denied',
  备案: 'Filed',
  当场办结: 'on the spot',
  当日办结: 'the same day',
  凭承诺: 'on a pledge',
  依规定视为准予: 'granted because the limit ran out',
  没有满足的条件: 'Condition not met',
  依据: 'Basis',
  查验文书真伪: 'Check a paper',
})
