import { messages } from '#ui/index.ts'

export const useText = messages('portal-circulars', {
  监督通报: 'Circulars on how offices work',
  '监督检查发现的严重问题向社会公开：哪个单位、什么问题、怎样处理。不公开个人姓名。':
    'Grave findings are told to everybody: which office, what was wrong and what followed. No person is named.',
  '还没有向社会公开的通报。': 'No circular is public yet.',
  '处理：': 'What followed: ',
})
