import { messages } from '../language/catalogue.ts'

export const useText = messages('references', {
  黄红牌: 'card',
  问题: 'finding',
  检查走访: 'visit',
  整改问题: 'problem',
  办件: 'case',
  '办件（{{log}}）': 'case ({{log}})',
  数据报送: 'reported data',
  问责文书: 'measure',
  个案: 'investigation',
  联席会议: 'joint conference',
  效能监察卡: 'supervision card',
  受保护的举报: 'protected report',
})
