import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'limit.invalid': {
    status: 422,
    zh: '时限“{text}”无效，请写成 5W（工作日）、60D（自然日）、24h（小时）、3WH（工作小时）、30min、6M（月）或 1Y（年）',
    en: '"{text}" is no limit; write 5W (working days), 60D (calendar days), 24h (hours), 3WH (working hours), 30min, 6M (months) or 1Y (years)',
  },
  'limit.too-long': {
    status: 422,
    zh: '时限 {limit} 太长，届满日超出 9999 年',
    en: 'the limit {limit} is too long: it ends after the year 9999',
  },
  'moment.invalid': {
    status: 422,
    zh: '“{text}”不是有效的日期或时刻，请写成 2026-03-02 或 2026-03-02T09:30:00+08:00',
    en: '"{text}" is no day or instant; write 2026-03-02 or 2026-03-02T09:30:00+08:00',
  },
  'suspension.invalid': {
    status: 422,
    zh: '中止期间“{text}”无效，请写成 2026-09-28..2026-10-09，起日不得晚于止日',
    en: '"{text}" is no suspension; write 2026-09-28..2026-10-09, the start not after the end',
  },
  'clock.hours-needed': {
    status: 422,
    zh: '按工作小时计算的时限需要办公时间，请给出例如 08:30-17:00',
    en: 'a limit in working hours needs office hours; give for example 08:30-17:00',
  },
  'clock.not-running': {
    status: 409,
    zh: '时限已{state}，不能再{action}',
    en: 'the clock is {stateEn}; it cannot be {actionEn}',
  },
  'clock.not-suspended': {
    status: 409,
    zh: '时限没有中止，不能恢复',
    en: 'the clock is not suspended; there is nothing to resume',
  },
  'clock.already-suspended': {
    status: 409,
    zh: '时限自 {since} 起已中止，不能重复中止',
    en: 'the clock has been suspended since {since}; it cannot be suspended twice',
  },
  'clock.expired': {
    status: 409,
    zh: '时限已于 {due} 届满，{action}必须在届满之前作出',
    en: 'the limit ran out at {due}; this must be done before it runs out ({actionEn})',
  },
  'clock.out-of-order': {
    status: 409,
    zh: '{at} 早于时限上一次变动 {last}，不能补记到过去',
    en: '{at} is before the last change of this clock at {last}; nothing is entered into the past',
  },
  'suspension.ground-not-listed': {
    status: 422,
    zh: '“{ground}”不是规则 {rule} 所列的中止事由；可用：{listed}',
    en: '"{ground}" is no ground for suspension under rule {rule}; listed: {listed}',
  },
  'suspension.document-missing': {
    status: 422,
    zh: '中止和恢复都要有文书，请填写文书编号',
    en: 'suspending and resuming need a document; give its number',
  },
  'extension.not-allowed': {
    status: 422,
    zh: '规则 {rule} 不允许延期',
    en: 'rule {rule} allows no extension',
  },
  'extension.already-granted': {
    status: 409,
    zh: '该时限已延期 {times} 次，不得再次延期',
    en: 'this limit has been extended {times} time(s); it cannot be extended again',
  },
  'extension.too-long': {
    status: 422,
    zh: '延期 {asked} 超过规则 {rule} 允许的 {allowed}',
    en: 'an extension by {asked} is longer than the {allowed} that rule {rule} allows',
  },
  'extension.self-approved': {
    status: 403,
    zh: '延期须由承办单位以外有权的人批准，承办单位自己不能批准',
    en: 'an extension is approved by a person with that power outside the handling unit, never by the unit itself',
  },
  'extension.reason-missing': {
    status: 422,
    zh: '延期要写明理由',
    en: 'an extension needs its reason',
  },
  'commitment.longer-than-statutory': {
    status: 422,
    zh: '承诺时限（{committed}）不得晚于法定时限（{statutory}）',
    en: 'the committed limit ({committed}) may not end after the statutory limit ({statutory})',
  },
  'rule.unknown': {
    status: 404,
    zh: '没有编号为 {rule} 的时限规则',
    en: 'there is no time limit rule {rule}',
  },
  'rule.switched-off': {
    status: 422,
    zh: '时限规则 {rule} 尚待核实，未启用',
    en: 'the time limit rule {rule} still has to be checked by a lawyer and is switched off',
  },
})
