import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about joint conferences, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'conference.not-found': { status: 404, zh: '没有这次联席会议', en: 'there is no such conference' },
  'conference.one-is-called': {
    status: 409,
    zh: '已经召集了一次尚未召开的会议；请先召开或者取消',
    en: 'one that was called has not been held; hold or cancel it first',
  },
  'conference.past': {
    status: 422,
    zh: '会议日期 {on} 已经过去，不能补召集',
    en: '{on} is over; nobody is called to the past',
  },
  'conference.body-missing': {
    status: 422,
    zh: '联席会议须有法制、审计、人事、财政等部门参加，缺：{bodies}',
    en: 'legal, audit, personnel and finance sit in a joint conference; missing: {bodiesEn}',
  },
  'conference.body-absent': {
    status: 422,
    zh: '必须到会的部门没有人到会：{bodies}；请改期',
    en: 'nobody came of a body that must be there: {bodiesEn}; hold it on another day',
  },
  'conference.no-such-person': { status: 422, zh: '没有账号 {account}', en: 'there is no account {account}' },
  'conference.no-such-unit': { status: 422, zh: '没有单位 {unit}', en: 'there is no unit {unit}' },
  'conference.over': { status: 409, zh: '会议已经召开或者取消', en: 'it was held or cancelled' },
  'conference.not-yet': {
    status: 422,
    zh: '{on} 还没有到，不能先记召开',
    en: '{on} is still to come; what has not been held is not recorded',
  },
  'conference.carried-unanswered': {
    status: 422,
    zh: '会议先议上次未落实的决定：还有 {count} 项没有说明',
    en: 'a conference opens with what was ruled and not carried out: {count} of them have no word yet',
  },
  'conference.due-ahead': {
    status: 422,
    zh: '每项决定的完成日期须在会议之后',
    en: 'every ruling is to be carried out on a day after the conference',
  },
  'conference.no-such-ruling': {
    status: 404,
    zh: '没有第 {number} 项决定',
    en: 'there is no ruling {number}',
  },
  'conference.other-unit': {
    status: 403,
    zh: '由决定指定的单位报告落实情况',
    en: 'the unit that the ruling names reports on it',
  },
  'conference.ruling-over': { status: 409, zh: '这项决定已经了结', en: 'this ruling is over' },
  'conference.not-reported': {
    status: 409,
    zh: '责任单位还没有报告落实情况',
    en: 'the unit has not reported on it yet',
  },
  'conference.own-ruling': {
    status: 403,
    zh: '自己单位承办的决定由他人确认',
    en: 'what one’s own unit was to do is confirmed by others',
  },
})
