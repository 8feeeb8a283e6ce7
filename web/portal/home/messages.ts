import { messages } from '#ui/index.ts'

export const useText = messages('portal-home', {
  监督我们: 'Watch over us',
  '举报索要好处（保密）': 'Report that somebody asked for favours (confidential)',
  '不用登录，可以不写姓名；被举报的单位看不到。':
    'No sign-in, no name needed; the office in question does not see it.',
  填写效能监督卡: 'Fill in a supervision card',
  '办事时给您的卡，填好直接送投诉中心。':
    'The card you were given at the counter; it goes straight to the complaint centre.',
  我反映的问题: 'The problem I raised',
  '凭短信里的编号和查询码，看改得怎样，说解决了没有。':
    'By the number and code of your message: how far it is, and whether it is solved.',
  效能问责公开: 'Measures published',
  '谁受到什么处理，每年的问题和处理对照。':
    'Who was dealt with and how, and each year’s findings beside the measures.',
  监督通报: 'Circulars on how offices work',
  '哪个单位、什么问题、怎样处理。': 'Which office, what was wrong, what followed.',
  '咨询、上门和公开台账': 'Advice, visits and public registers',
  '提问、申请上门；看各项制度怎么执行。':
    'Ask, have somebody come to you; see how institutions are carried out.',
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
  事项清理结果: 'Approvals reviewed',
  '哪些还要批，哪些取消了，哪些下放了。': 'Which remain, which are cancelled, which moved.',
  看整改承诺: 'What offices promise to mend',
  '问题怎么改、谁负责、什么时候改好；您可以说解决了没有。':
    'How a problem is mended, by whom and by when; you can say whether it is solved.',
  看办理结果: 'Published results',
  '每件决定当天公开，姓名隐去。': 'Every decision, on its day, with the name masked.',
  收费公示: 'Fees',
  '收什么、收多少、谁减免。': 'What is charged, how much, and who pays less.',
  项目全流程手续: 'The whole way of a project',
  '从立项到竣工，办哪些、找谁、几天。': 'From approval to completion: what, with whom, and how many days.',
  找人代办: 'Somebody to act for me',
  '村里和大厅的代办员，不收费。': 'Agents in villages and in the hall, for nothing.',
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
