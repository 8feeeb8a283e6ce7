import { messages } from '#ui/index.ts'

export const useText = messages('sign-in', {
  登录: 'Sign in',
  效能监察: 'Xiaoneng Watch',
  '办件时限、流程和责任的监察': 'Supervision of time limits, procedure and duty',
  行政区域: 'Jurisdiction',
  账号: 'Account',
  密码: 'Password',
  显示密码: 'Show the password',
  演示账号: 'Demo accounts',
  '本机运行的是演示数据。账号和密码印在启动时的窗口里；监察人员：zhang.min，规划部门经办人：li.wei。':
    'This server shows demo data. Accounts and passwords are printed where it was started; zhang.min supervises, li.wei works in the planning department.',
  用这个账号: 'Use this account',
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
})
