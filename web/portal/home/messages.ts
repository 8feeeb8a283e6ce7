import { messages } from '#ui/index.ts'

export const useText = messages('portal-home', {
  '要办什么事？': 'What do you need to get done?',
  '用平常的话说就行，也可以输入拼音首字母。':
    'Say it in your own words, in Chinese; pinyin initials work as well.',
  搜一搜: 'Search',
  例如: 'For example',
  开个小饭馆: '开个小饭馆 (open a small restaurant)',
  给孩子上户口: '给孩子上户口 (register a newborn)',
  房子过户: '房子过户 (transfer a home)',
  老人补贴: '老人补贴 (allowance for the old)',
  查办件进度: 'Track an application',
  '凭编号和查询码，不用登录。': 'By number and code, without signing in.',
  看我的办件: 'See my applications',
  '用手机验证码登录，含草稿。': 'Sign in with a code; drafts are there, too.',
  查验文书真伪: 'Check whether a paper is real',
  '扫码或输入文书上的查验码。': 'Scan it, or type the code printed on it.',
  个人办事: 'For people',
  企业和单位办事: 'For businesses and organisations',
  按单位找: 'By department',
  '{{count}} 项': { one: '{{count}} service', other: '{{count}} services' },
  '事项还没有公布。请先到窗口咨询，或拨打 12345。':
    'No services have been published yet. Please ask at the counter or call 12345.',
  '查“{{search}}”的结果': 'Services for "{{search}}"',
  全部事项: 'All services',
  '共 {{count}} 项': { one: '{{count}} service', other: '{{count}} services' },
  '前 {{count}} 项，请把要办的事说得再具体些。':
    'The first {{count}} services; say a little more to narrow them down.',
  再显示一些: 'Show more',
  当场办结: 'on the spot',
  '承诺 {{limit}}': 'promised in {{limit}}',
  不用跑: 'no visit',
  '跑 {{count}} 次': { one: '{{count}} visit', other: '{{count}} visits' },
  可网上办: 'online',
  不收费: 'free',
  收费: 'with a fee',
  暂停办理: 'suspended',
  '没有找到。请换个说法，例如证件的名称或要做的事；也可以按单位查找，或拨打 12345 问。':
    'Nothing found. Try other words, such as the name of the licence or what you want to do; look by department, or call 12345.',
  看全部事项: 'See all services',
  '去掉“{{filter}}”': 'Without "{{filter}}"',
})
