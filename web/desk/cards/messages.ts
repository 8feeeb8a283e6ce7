import { messages } from '#ui/index.ts'

export const useText = messages('desk-cards', {
  本单位的黄红牌: 'Cards against our unit',
  '点开一张牌：看事由、依据和证据，在期限前说明或者申辩；对认定不服的，提出异议。谁也不能删改牌。':
    'Open a card for its reason, basis and evidence; explain or object by its day, also to how it was judged. Nobody can delete or change a card.',
  状态: 'State',
  待说明: 'to be answered',
  '已说明，待认定': 'answered, to be judged',
  已认定: 'judged',
  免予追究: 'excused',
  已撤销: 'withdrawn',
  '没有这种状态的牌。': 'There is no such card.',
  '没有牌：没有规则在本单位的办件上触发。': 'No cards: no rule fired on a case of this unit.',
  牌: 'Card',
  办件: 'Case',
  事由: 'Reason',
  说明已逾期: 'answer overdue',
  说明期限: 'answer by',
})
