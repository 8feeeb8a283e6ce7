import { messages } from '#ui/index.ts'

export const useText = messages('portal-review', {
  事项清理结果: 'What became of approvals',
  '哪些事项还要批、哪些取消了、哪些改由别处办。与内部清单一致。':
    'Which approvals remain, which are cancelled, and which another office handles now. The same as the internal list.',
  '还没有公布清理结果。': 'Nothing was published yet.',
  事项: 'Item',
  结论: 'Outcome',
  批准文号: 'Decision',
  自: 'From',
  公告: 'Notice',
  事权调整: 'Powers that moved',
  现由: 'Acts now',
  以前: 'Before',
  清理结果: 'Outcomes',
  全部: 'All',
})
