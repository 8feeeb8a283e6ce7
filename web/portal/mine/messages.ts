import { messages } from '#ui/index.ts'

export const useText = messages('portal-mine', {
  我的办件: 'My applications',
  '用手机验证码登录，看自己在网上交的申请和草稿。在窗口办的，凭收件凭证上的编号和查询码查。':
    'Sign in with a code to see what you sent online, and your drafts. What was handed in at a counter is found by the number and code of the receipt.',
  凭编号和查询码查: 'Look by number and code',
  '您还没有在网上交过申请。': 'You have not applied online yet.',
  去找要办的事: 'Find what you need',
  我的证照: 'My licences',
  长期有效: 'without end',
  '有效期至 {{day}}': 'until {{day}}',
  今天到期: 'ends today',
  '还有 {{days}} 天': '{{days}} days left',
  '延续正在办理，编号 {{caseNo}}': 'the renewal is under way, number {{caseNo}}',
  '最迟 {{day}} 提出延续': 'Apply for renewal by {{day}}',
  申请延续: 'Apply for renewal',
  草稿: 'Drafts',
  '接着填：{{item}}': 'Go on: {{item}}',
  '删除草稿：{{item}}': 'Delete the draft: {{item}}',
  草稿已删除: 'The draft was deleted',
  退出: 'Sign out',
  '{{caseNo}} · 收到 {{at}}': '{{caseNo}} · received {{at}}',
  请补交材料: 'please hand in what is missing',
  可以评价: 'you may rate it',
  申请: 'Applications',
})
