import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'http.sign-in-required': {
    status: 401,
    zh: '请先登录',
    en: 'Please sign in first',
  },
  'http.not-permitted': {
    status: 403,
    zh: '您的角色没有此项权限（{permission}）。如确需使用，请联系安全管理员',
    en: 'Your role does not hold this permission ({permission}). If you need it, ask the security administrator',
  },
  'http.csrf': {
    status: 403,
    zh: '请求未能证明来自本系统页面，已拒绝。请刷新页面后重试',
    en: 'The request could not be shown to come from a page of this system. Reload the page and try again',
  },
  'http.foreign-origin': {
    status: 403,
    zh: '请求来自其他网站（{origin}），已拒绝',
    en: 'The request comes from another site ({origin}) and was refused',
  },
  'http.unknown-host': {
    status: 421,
    zh: '本服务不以此主机名提供服务。请使用正确的访问地址',
    en: 'This service does not answer under that host name. Use its proper address',
  },
  'http.invalid': {
    status: 400,
    zh: '“{field}”填写有误：{reasonZh}',
    en: '"{field}" is not acceptable: {reasonEn}',
  },
  'http.invalid-json': {
    status: 400,
    zh: '请求内容不是有效的 JSON，请检查格式',
    en: 'The request body is not valid JSON; check its form',
  },
  'http.control-character': {
    status: 400,
    zh: '请求含有空字符（U+0000），无法保存，请去除后重试',
    en: 'The request holds a null character (U+0000), which cannot be stored; remove it and try again',
  },
  'http.media-type': {
    status: 415,
    zh: '不接受这种内容类型，请以 application/json 提交',
    en: 'This content type is not accepted; send application/json',
  },
  'http.too-large': {
    status: 413,
    zh: '提交的内容太大，上限为 {limit}。请分批提交',
    en: 'The content is too large; the limit is {limit}. Send it in parts',
  },
  'http.bad-request': {
    status: 400,
    zh: '请求格式有误，无法处理',
    en: 'The request is malformed and cannot be handled',
  },
  'http.not-found': {
    status: 404,
    zh: '没有这个地址。请检查链接，或从首页进入',
    en: 'There is nothing at this address. Check the link, or start from the first page',
  },
  'http.method-not-allowed': {
    status: 405,
    zh: '该地址不支持 {method}，可用：{allowed}',
    en: 'This address does not take {method}; it takes {allowed}',
  },
  'http.version-mismatch': {
    status: 412,
    zh: '内容已被他人更新（If-Match 与当前版本不符）。请刷新，看过新内容后再提交',
    en: 'This has been changed meanwhile (If-Match is not the current version). Reload, look at it, and send again',
  },
  'http.version-required': {
    status: 428,
    zh: '请在 If-Match 中写明您所依据的版本（见上次读取时的 ETag）',
    en: 'Say in If-Match which version you worked from (the ETag of your last read)',
  },
  'http.bad-version': {
    status: 400,
    zh: 'If-Match 应为读取时得到的 ETag，例如 "3"',
    en: 'If-Match must be the ETag of a read, such as "3"',
  },
  'http.bad-key': {
    status: 400,
    zh: '幂等键（Idempotency-Key）应为 1 至 120 个可见的英文字符',
    en: 'An Idempotency-Key is 1 to 120 visible ASCII characters',
  },
  'http.too-many-requests': {
    status: 429,
    zh: '请求过于频繁，请在 {seconds} 秒后重试',
    en: 'Too many requests; try again in {seconds} seconds',
  },
  'http.metrics-closed': {
    status: 403,
    zh: '运行指标只对本机或持有监控令牌者开放',
    en: 'Metrics are open to this machine, or to the holder of the metrics token',
  },
  'http.unexpected': {
    status: 500,
    zh: '系统出错，请向管理员报告编号 {report}',
    en: 'Something went wrong here; please report the number {report}',
  },
})
