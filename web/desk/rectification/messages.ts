import { messages } from '#ui/index.ts'

export const useText = messages('desk-rectification', {
  问题整改: 'Rectification',
  '本单位的问题：制定措施、交证明、报请验收；验收和销号由其他人进行。':
    'The problems of the own unit: plan, prove and hand in; verifying and closing is for others.',
  签字确认本单位清单: 'Sign the list of the unit',
  '已于 {{day}} 签字确认': 'Signed on {{day}}',
  负责人尚未签字确认清单: 'The head has not signed the list yet',
})
