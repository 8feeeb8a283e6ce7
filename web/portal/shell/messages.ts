import { messages } from '#ui/index.ts'

export const useText = messages('portal', {
  政务服务: 'Public services',
  跳到正文: 'Skip to the content',
  主导航: 'Main menu',
  首页: 'Home',
  查进度: 'Track',
  我的办件: 'My applications',
  帮助: 'Help',
  大字版: 'Large type',
  普通字: 'Usual type',
  显示设置: 'Display',
  没有这个页面: 'There is no such page',
  '地址可能写错了，或页面已经移走。': 'The address may be wrong, or the page has moved.',
  回到首页: 'Back to the home page',
  页面出错了: 'The page broke',
  '请刷新；仍不行请打 12345 告诉我们下面的文字。':
    'Reload it; if it goes on, call 12345 and read us the line below.',
  刷新页面: 'Reload',
  '工作人员：': 'For staff: ',
  工作台: 'desk',
  监察: 'supervision',
  查验文书: 'Check a paper',
  查工作牌: 'Look up a badge',
  '办事不收好处，材料不超清单，超期自动亮牌。':
    'No favours taken, nothing asked beyond the list, delay raises a card by itself.',
  '拨打 12345 投诉或求助': 'Call 12345 to complain or ask for help',
  退出: 'Sign out',
  手机号码: 'Mobile number',
  '用本人的手机号码，11 位数字。': 'Your own mobile number, 11 digits.',
  获取验证码: 'Send me a code',
  重新获取验证码: 'Send another code',
  验证码: 'Code',
  '验证码已发到 {{phone}}，{{minutes}} 分钟内有效。':
    'The code went to {{phone}}; it is valid for {{minutes}} minutes.',
  '演示：这里不发短信，验证码是 {{code}}': 'Demo: no message is sent here; the code is {{code}}',
  登录: 'Sign in',
  '登录只用来找到您自己的申请。号码加密保存，不用于其他目的。':
    'The sign-in only finds your own applications. The number is kept encrypted and used for nothing else.',
  手机验证码登录: 'Sign in with a code',
  请重新登录: 'Please sign in again',
  '登录已过期。页面上填写的内容都还在，登录后会自动继续。':
    'The session has ended. What you typed is still here; after signing in it goes on by itself.',
  暂不登录: 'Not now',
  已退出: 'Signed out',
})
