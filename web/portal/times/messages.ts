import { messages } from '#ui/index.ts'

export const useText = messages('item-times', {
  实际要多久: 'How long it really takes',
  '一半的人等了 {{median}} 个工作日以内，十个人里九个在 {{p90}} 个工作日以内。':
    'Half of the applicants waited {{median}} working days or less, nine of ten {{p90}} or less.',
  '等您补材料和法定特别程序的时间不算在内。':
    'Time spent waiting for your papers or in special procedures of the law is left out.',
  季度: 'Quarter',
  办结: 'Decided',
  中位数: 'Median',
  九成位: 'Nine of ten',
  承诺: 'Promised',
  按时: 'In time',
  '件数太少，不公布用时': 'too few cases to tell',
})
