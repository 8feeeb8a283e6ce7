import { messages } from '../language/catalogue.ts'

export const useText = messages('bill', {
  账单: 'Bill',
  收费项目: 'Fee',
  标准: 'Rate',
  原应收: 'Before',
  应收: 'Due',
  减免: 'Reduced by',
  为什么是这个金额: 'Why so much',
  '合计应收 {{due}}，减免 {{saved}}': '{{due}} is due in all, {{saved}} less than before',
  '还需要说明数量才能算出：{{names}}': 'To be reckoned once the quantity is known: {{names}}',
  取消: 'abolished',
})
