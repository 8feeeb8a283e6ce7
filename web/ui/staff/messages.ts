import { messages } from '../language/catalogue.ts'

export const useText = messages('staff', {
  登录: 'Sign in',
  行政区域: 'Jurisdiction',
  账号: 'Account',
  密码: 'Password',
  显示密码: 'Show the password',
  '本机运行的是演示数据。账号和密码印在启动时的窗口里；监察人员：zhang.min，规划部门经办人：li.wei。':
    'This server shows demo data. Accounts and passwords are printed where it was started; zhang.min supervises, li.wei works in the planning department.',
  修改密码: 'Change password',
  当前密码: 'Current password',
  新密码: 'New password',
  再写一遍新密码: 'New password again',
  '至少 10 个字符，不要用账号名或常见密码。':
    'At least 10 characters; not the account name, not a common password.',
  '两次写的不一样，请重写。': 'The two are not the same; please type them again.',
  '首次登录请先修改密码，之后才能使用其他页面。':
    'Please change your password first; the other pages open after that.',
  '密码已修改。': 'The password has been changed.',
  菜单: 'Menu',
  主导航: 'Main navigation',
  跳到正文: 'Skip to the content',
  退出登录: 'Sign out',
  无所属单位: 'no unit',
  没有这个页面: 'There is no such page',
  '地址可能写错了，或页面已经移走。': 'The address may be mistyped, or the page has moved.',
  回到首页: 'Back to the first page',
  页面出错了: 'This page failed',
  '请刷新；仍不行请把下面的文字告诉管理员。':
    'Please reload; if it goes on, tell the administrator the text below.',
  刷新页面: 'Reload the page',
  请重新登录: 'Please sign in again',
  '登录已过期。页面上填写的内容都还在，登录后会自动继续。':
    'Your session has ended. What you typed is still here; it goes on after you sign in.',
  暂不登录: 'Not now',
  重新登录后继续: 'Sign in and go on',
  工作台: 'Desk',
  监察: 'Watch',
  其他页面: 'Other pages',
  系统: 'the system',
  门户: 'the portal',
  申请人: 'an applicant',
  '写姓名、账号或单位，从下面选一位': 'Type a name, an account or a unit and choose below',
  可选人员: 'People',
  选一个单位加入: 'Choose a unit to add',
  '没有找到，请换个写法。': 'Nobody was found. Please try other words.',
  去掉: 'Remove',
})
