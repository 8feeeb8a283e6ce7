import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'access.wrong-credentials': {
    status: 401,
    zh: '账号或密码不正确，请核对后重试',
    en: 'The account or the password is wrong; check both and try again',
  },
  'access.locked': {
    status: 429,
    zh: '密码连续输错次数过多，该账号暂停登录，请在 {minutes} 分钟后重试；忘记密码请联系系统管理员',
    en: 'Too many wrong passwords in a row: sign-in to this account rests for {minutes} more minutes. If you forgot the password, ask the system administrator',
  },
  'access.busy': {
    status: 503,
    zh: '同时登录的人太多，请几秒后重试',
    en: 'Too many people are signing in at once; try again in a few seconds',
  },
  'access.suspended': {
    status: 403,
    zh: '该账号已停用，请联系系统管理员',
    en: 'This account is suspended; ask the system administrator',
  },
  'access.session-ended': {
    status: 401,
    zh: '登录已失效（超时、在别处登录或账号有变动），请重新登录，已填写的内容不会丢失',
    en: 'Your sign-in has ended (idle too long, signed in elsewhere, or the account changed). Sign in again; what you typed is kept',
  },
  'access.bad-token': {
    status: 401,
    zh: '令牌无效、已过期或已撤销，请向安全管理员申请新令牌',
    en: 'The token is unknown, expired or revoked; ask the security administrator for a new one',
  },
  'access.which-jurisdiction': {
    status: 400,
    zh: '请选择行政区域后再登录',
    en: 'Choose the jurisdiction, then sign in',
  },
  'access.must-change-password': {
    status: 403,
    zh: '首次登录请先修改密码，然后才能使用其他功能',
    en: 'Choose a password of your own first; everything else opens after that',
  },
  'access.not-permitted': {
    status: 403,
    zh: '您的角色没有此项权限（{permission}）。如确需使用，请联系安全管理员',
    en: 'Your role does not hold this permission ({permission}). If you need it, ask the security administrator',
  },
  'access.weak-password': {
    status: 400,
    zh: '密码太容易猜到：至少 10 个字符，不能与账号相同，也不能用常见密码',
    en: 'The password is too easy to guess: at least 10 characters, not the account name, and none of the common ones',
  },
  'access.same-password': {
    status: 400,
    zh: '新密码不能与当前密码相同',
    en: 'The new password must differ from the current one',
  },
  'access.account-exists': {
    status: 409,
    zh: '账号 {account} 已存在，请换一个账号名',
    en: 'The account {account} exists already; choose another name',
  },
  'access.no-such-account': {
    status: 404,
    zh: '没有账号 {account}',
    en: 'There is no account {account}',
  },
  'access.own-account': {
    status: 403,
    zh: '不能更改自己的角色或状态，请由另一位管理员办理',
    en: 'Nobody changes his own roles or status; another administrator must do it',
  },
  'access.administrators-apart': {
    status: 409,
    zh: '系统管理员、安全管理员、审计管理员必须由不同的人担任，也不能兼任其他角色',
    en: 'System, security and audit administrator are three different people and hold no other role',
  },
  'access.watcher-and-watched': {
    status: 409,
    zh: '监察人员不能同时是承办单位的人员：不能监察自己',
    en: 'A supervisor cannot also belong to those supervised: nobody watches himself',
  },
  'access.system-is-no-person': {
    status: 409,
    zh: '上报系统账号只供系统使用，不能兼任人员角色',
    en: 'An account of a reporting system is for a machine and holds no role of a person',
  },
  'access.already-founded': {
    status: 409,
    zh: '该行政区域已经开通，其三名管理员只能在开通时设立一次',
    en: 'This jurisdiction is on the platform already; its three first administrators are named once',
  },
  'access.unit-needed': {
    status: 409,
    zh: '该角色只看本单位，账号必须先有所属单位',
    en: 'This role sees its own unit only, so the account must belong to a unit',
  },
  'access.not-a-system': {
    status: 409,
    zh: '令牌只发给具有“上报系统”角色的账号',
    en: 'Tokens are issued only to accounts with the role of a reporting system',
  },
  'access.no-such-token': {
    status: 404,
    zh: '没有这个令牌，或已撤销',
    en: 'There is no such token, or it has been revoked',
  },
  'access.purpose-required': {
    status: 428,
    zh: '导出须说明用途：请在地址中加上 purpose（2 至 200 字），它与查阅人、时间一起留存备查',
    en: 'Say what the export is for: add purpose (2 to 200 characters) to the address; it is kept with who and when',
  },
  'access.reads-not-recorded': {
    status: 503,
    zh: '查阅记录暂时无法写入，为保证可追溯，请稍后再查',
    en: 'Who looks at what cannot be written down at the moment; please look again later',
  },
})
