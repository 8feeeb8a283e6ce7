import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'booking.no-such-slot': {
    status: 404,
    zh: '{day} {starts} 没有开放预约，请从可预约的时段中选择',
    en: 'There is no bookable time at {starts} on {day}; choose one of those that are open',
  },
  'booking.slot-full': {
    status: 409,
    zh: '{day} {starts} 已约满，请选其他时段',
    en: '{starts} on {day} is fully booked; choose another time',
  },
  'booking.slot-passed': {
    status: 409,
    zh: '{day} {starts} 已经过了，请选以后的时段',
    en: '{starts} on {day} has passed; choose a later time',
  },
  'booking.too-early': {
    status: 409,
    zh: '只能预约 {days} 天以内的时段',
    en: 'Times can be booked up to {days} days ahead',
  },
  'booking.other-group': {
    status: 409,
    zh: '该时段不办理这个事项，请按事项选择时段',
    en: 'This time is not for that item; choose by the item',
  },
  'booking.twice': {
    status: 409,
    zh: '您已预约同一时段',
    en: 'You have booked that time already',
  },
  'booking.too-many': {
    status: 409,
    zh: '您已有 {open} 个未使用的预约，最多 {most} 个；用完或取消后再约',
    en: 'You hold {open} unused bookings of at most {most}; use or cancel one first',
  },
  'booking.too-many-of-agent': {
    status: 409,
    zh: '该代办人已有 {open} 个未使用的预约，最多 {most} 个；超出的号源留给群众',
    en: 'This agent holds {open} unused bookings of at most {most}; the rest is kept for the public',
  },
  'booking.barred': {
    status: 409,
    zh: '因多次预约未到（{missed} 次），{until} 前请到现场取号；如有异议可在“我的预约”申诉',
    en: 'After {missed} bookings without coming, take a number on the spot until {until}; you may appeal under "My bookings"',
  },
  'booking.no-such-booking': {
    status: 404,
    zh: '没有这个预约，请核对预约号',
    en: 'There is no such booking; check its number',
  },
  'booking.not-open': {
    status: 409,
    zh: '该预约已使用、取消或过期，不能再改',
    en: 'This booking was used, cancelled or has passed',
  },
  'booking.other-day': {
    status: 409,
    zh: '预约是 {day} 的，请当天签到',
    en: 'The booking is for {day}; check in on that day',
  },
  'booking.too-late': {
    status: 409,
    zh: '已超过签到时间（{until}），请现场取号',
    en: 'Check-in ended at {until}; take a number on the spot',
  },
  'booking.capacity-taken': {
    status: 409,
    zh: '{day} {starts} 已有 {booked} 人预约，不能减到 {capacity} 人',
    en: '{booked} people have booked {starts} on {day}; it cannot shrink to {capacity}',
  },
  'booking.no-bar': {
    status: 404,
    zh: '目前没有暂停预约的记录',
    en: 'There is no bar on booking at present',
  },
  'booking.appealed-already': {
    status: 409,
    zh: '已经申诉过，请等待答复',
    en: 'An appeal has been made already; wait for the answer',
  },
  'booking.span-too-long': {
    status: 400,
    zh: '一次最多开放 {days} 天，请分次开放',
    en: 'At most {days} days are opened at a time',
  },
})
