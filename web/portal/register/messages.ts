import { messages } from '#ui/index.ts'

export const useText = messages('portal-register', {
  公开台账: 'Public registers',
  '政府机关的制度怎么执行，公开的部分都在这里。':
    'How the institutions of the offices are carried out, as far as it is public.',
  '{{count}} 条记录': { one: '{{count}} entry', other: '{{count}} entries' },
  '还没有公开的台账。': 'There are no public registers yet.',
  '还没有公开的记录。': 'There are no public entries yet.',
  查找: 'Search',
  编号: 'Number',
  状态: 'State',
  登记日期: 'Entered on',
  指标: 'Figures',
  依据: 'Basis',
  打印: 'Print',
  我要登记: 'For you to enter',
  '咨询、上门服务申请、因延误造成的损失，可以在这里提出，并看到答复。':
    'Ask for advice, for a visit at home, or claim harm done by delay, and see what is answered.',
  登录后办理: 'Sign in to begin',
  '请等待，有进展会短信告知。': 'Please wait; you will be told by message.',
  比例: 'share',
})
