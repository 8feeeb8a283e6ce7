import { messages } from '#ui/index.ts'

export const useText = messages('track-charges', {
  收费: 'Fees',
  '本件没有收费。': 'Nothing was charged for this case.',
  看收费公示: 'What may be charged',
  有人向我收了别的钱: 'I was asked for other money',
  说是什么钱: 'What for, as you were told',
  '多少（元）': 'How much (yuan)',
  哪一天: 'On which day',
  谁收的: 'Who took it',
  窗口或单位: 'the counter or the office',
  代办人员: 'somebody acting for me',
  中介机构: 'a firm',
  '票据上的收费编码（没有的不填）': 'Code of the fee on the receipt (leave out where there is none)',
  核对并反映: 'Compare and tell',
  '已告知监察。': 'Supervision has been told.',
  '与收费目录相符。': 'The register bears it out.',
})
