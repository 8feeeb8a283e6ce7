import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'ledger.version-conflict': {
    status: 409,
    zh: '这条记录（{stream}）已被他人更新到第 {found} 版，而您依据的是第 {expected} 版。请刷新后重试',
    en: 'This record ({stream}) has meanwhile reached version {found}; you worked from version {expected}. Reload and try again',
  },
  'ledger.key-reused': {
    status: 422,
    zh: '幂等键 {key} 已用于另一个请求。请为新的请求换一个键',
    en: 'The idempotency key {key} was used for another request. Use a new key for a new request',
  },
  'ledger.not-plain': {
    status: 400,
    zh: '事件内容不能写入台账：含有不属于 JSON 的值（{found}）。请改为文本、数字、布尔、空值、数组或普通对象',
    en: 'The event cannot be recorded: it holds a value JSON does not know ({found}). Use text, numbers, booleans, null, arrays or plain objects',
  },
  'ledger.bad-event': {
    status: 400,
    zh: '事件不完整：{field} 不符合要求。请填写非空且不超过 {limit} 个字的文本，时间须为有效时刻',
    en: 'The event is incomplete: {field} does not fit. Give text that is not empty and at most {limit} characters, and a real instant',
  },
  'ledger.no-jurisdiction': {
    status: 400,
    zh: '写入台账必须指明属地，不能以全系统的身份写入',
    en: 'The ledger is written for one jurisdiction, not for all of them',
  },
  'ledger.already-there': {
    status: 409,
    zh: '批量写入的事件（{key}）已在台账中，或在本批中出现了两次，全部没有写入',
    en: 'A bulk event ({key}) is in the ledger already, or appears twice in the batch; none of the batch was stored',
  },
  'ledger.chain-chosen': {
    status: 409,
    zh: '{jurisdiction} 的台账已选定 {algorithm} 算法，写入事件之后不能更换',
    en: 'The ledger of {jurisdiction} is chained with {algorithm}; this cannot change once there are events',
  },
  'ledger.extract-too-long': {
    status: 422,
    zh: '这些记录合计超过 {limit} 条事件，请分开导出',
    en: 'These records hold more than {limit} events; export them separately',
  },
  'ledger.closed': {
    status: 503,
    zh: '系统正在停止，本次写入没有执行，请稍后重试',
    en: 'The system is stopping; nothing was stored. Please try again shortly',
  },
  'ledger.busy': {
    status: 503,
    zh: '同一条记录正被多处同时追加，已重试 {attempts} 次仍未成功，请稍后再试',
    en: 'Several are appending to the same record at once; {attempts} attempts failed. Please try again shortly',
  },
  'ledger.outcome-unknown': {
    status: 503,
    zh: '与数据库的连接中断，尚不知是否已写入。请用同一个幂等键重试：已写入的不会重复',
    en: 'The connection to the database broke, so it is not known whether this was stored. Repeat with the same idempotency key: what is stored will not be stored twice',
  },
  'ledger.seal-key': {
    status: 500,
    zh: '签章密钥 {file} 不能使用：{reason}。应为仅本人可读（0600）的 Ed25519 私钥（PKCS #8 PEM）',
    en: 'The sealing key {file} cannot be used: {reason}. It must be an Ed25519 private key (PKCS #8 PEM) readable by its owner only (0600)',
  },
  'ledger.not-an-export': {
    status: 400,
    zh: '这不是本系统导出的台账文件：{reason}。请提供 export --format jsonl 写出的文件',
    en: 'This is not a ledger export: {reason}. Give a file that export --format jsonl wrote',
  },
})
