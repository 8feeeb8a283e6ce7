import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'resident.code-just-sent': {
    status: 429,
    zh: '验证码刚刚发出，请 {seconds} 秒后再试',
    en: 'A code was sent just now; try again in {seconds} seconds',
  },
  'resident.too-many-codes': {
    status: 429,
    zh: '该号码今天获取验证码的次数已满，请明天再试，或到窗口办理',
    en: 'This number has had all its codes for today; try again tomorrow, or come to the counter',
  },
  'resident.wrong-code': {
    status: 401,
    zh: '验证码不对或已过期，请核对，或重新获取',
    en: 'The code is wrong or no longer valid; look again, or have a new one sent',
  },
  'resident.no-draft': {
    status: 404,
    zh: '这个事项没有您的草稿',
    en: 'You have no draft for this item',
  },
  'resident.draft-too-large': {
    status: 413,
    zh: '草稿太大，上限为 256 KB；附件请单独上传',
    en: 'The draft is larger than 256 KB; send attachments by themselves',
  },
})
