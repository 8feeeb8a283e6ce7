import type { Bilingual } from '#kernel/refusal.ts'

export const COUNTER_STATES = ['open', 'paused', 'closed'] as const
export type CounterState = (typeof COUNTER_STATES)[number]

export const COUNTER_STATE_NAMES: Record<CounterState, Bilingual> = {
  open: { zh: '开放', en: 'Open' },
  paused: { zh: '暂停', en: 'Paused' },
  closed: { zh: '关闭', en: 'Closed' },
}

export const HALVES = ['morning', 'afternoon'] as const
export type Half = (typeof HALVES)[number]

export const HALF_NAMES: Record<Half, Bilingual> = {
  morning: { zh: '上午', en: 'Morning' },
  afternoon: { zh: '下午', en: 'Afternoon' },
}

export const HALL_LEVELS = ['city', 'district', 'county', 'township', 'village'] as const
export type HallLevel = (typeof HALL_LEVELS)[number]

export const HALL_LEVEL_NAMES: Record<HallLevel, Bilingual> = {
  city: { zh: '市级', en: 'City' },
  district: { zh: '区级', en: 'District' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡镇（街道）级', en: 'Township' },
  village: { zh: '村（社区）级', en: 'Village' },
}

/** 服务渠道: the ways of being served that a hall has registered. */
export const HALL_CHANNELS = ['counter', 'web', 'phone', 'agent', 'post'] as const
export type HallChannel = (typeof HALL_CHANNELS)[number]

export const HALL_CHANNEL_NAMES: Record<HallChannel, Bilingual> = {
  counter: { zh: '窗口', en: 'Counter' },
  web: { zh: '网上', en: 'Online' },
  phone: { zh: '电话', en: 'Phone' },
  agent: { zh: '代办', en: 'Agent' },
  post: { zh: '邮寄', en: 'Post' },
}

/** 工作牌: how it stands with a badge on a day. */
export const BADGE_STATES = ['valid', 'expired', 'returned', 'lost'] as const
export type BadgeStanding = (typeof BADGE_STATES)[number]

export const BADGE_STATE_NAMES: Record<BadgeStanding, Bilingual> = {
  valid: { zh: '在用', en: 'In use' },
  expired: { zh: '借用期满', en: 'Loan is over' },
  returned: { zh: '已收回', en: 'Taken back' },
  lost: { zh: '已挂失', en: 'Reported lost' },
}

export type BadgeEnding = 'returned' | 'lost'

/** What is counted of the cases of a department; each figure opens to its cases. */
export const WINDOW_FIGURES = [
  'received',
  'atHall',
  'online',
  'elsewhere',
  'paperOnly',
  'accepted',
  'decided',
  'byWindow',
  'notByWindow',
  'registeredLate',
  'wantsPaper',
  'inBulk',
] as const
export type WindowFigure = (typeof WINDOW_FIGURES)[number]

export const WINDOW_FIGURE_NAMES: Record<WindowFigure, Bilingual> = {
  received: { zh: '收件', en: 'Received' },
  atHall: { zh: '大厅窗口收件', en: 'At a counter of the hall' },
  online: { zh: '网上收件', en: 'Online' },
  elsewhere: { zh: '厅外收件', en: 'Outside the hall' },
  paperOnly: { zh: '只能到窗口办', en: 'Of items without an online way' },
  accepted: { zh: '受理', en: 'Accepted' },
  decided: { zh: '作出决定', en: 'Decided' },
  byWindow: { zh: '窗口人员决定', en: 'Decided by window staff' },
  notByWindow: { zh: '转回部门决定', en: 'Decided inside the department' },
  registeredLate: { zh: '临到决定才登记', en: 'Registered just before the decision' },
  wantsPaper: { zh: '网上申请仍收纸质', en: 'Applied online, and paper was wanted' },
  inBulk: { zh: '决定前集中补录环节', en: 'Steps entered in bulk at the decision' },
}

/** What the figures of a department contradict. */
export const WINDOW_FLAGS = [
  'noCases',
  'elsewhere',
  'notCentral',
  'notOnline',
  'registersOnly',
  'registeredLate',
  'wantsPaper',
  'inBulk',
] as const
export type WindowFlag = (typeof WINDOW_FLAGS)[number]

export const WINDOW_FLAG_NAMES: Record<WindowFlag, Bilingual> = {
  noCases: { zh: '进驻而没有办件', en: 'Stationed, and no cases' },
  elsewhere: { zh: '有窗口仍在厅外收件', en: 'Has counters here and still takes in elsewhere' },
  notCentral: { zh: '称全部集中办理，与办件不符', en: 'Claims central handling; its cases say otherwise' },
  notOnline: { zh: '称全部网上审批，与办件不符', en: 'Claims to be online; its cases say otherwise' },
  registersOnly: { zh: '只挂号、不看病', en: 'Registers but never treats' },
  registeredLate: { zh: '临到决定才登记', en: 'Registers just before deciding' },
  wantsPaper: { zh: '网上办还要交纸质材料', en: 'Online, and still wants paper' },
  inBulk: { zh: '环节集中补录', en: 'Enters steps in bulk' },
}

/** 优先: whom the law or the office lets go first; which of them holds is a dated setting of the hall. */
export const PRIORITY_REASONS = [
  'elderly',
  'disabled',
  'pregnant',
  'withInfant',
  'soldier',
  'veteran',
  'emergency',
] as const
export type PriorityReason = (typeof PRIORITY_REASONS)[number]

export const PRIORITY_REASON_NAMES: Record<PriorityReason, Bilingual> = {
  elderly: { zh: '老年人', en: 'Elderly' },
  disabled: { zh: '残疾人', en: 'Disabled' },
  pregnant: { zh: '孕妇', en: 'Pregnant' },
  withInfant: { zh: '携带婴幼儿', en: 'With an infant' },
  soldier: { zh: '现役军人、军属', en: 'Soldier or soldier’s family' },
  veteran: { zh: '退役军人', en: 'Veteran' },
  emergency: { zh: '紧急情况', en: 'Emergency' },
}

/** Where a number was taken. */
export const TICKET_CHANNELS = ['greeter', 'kiosk', 'appointment', 'offline'] as const
export type TicketChannel = (typeof TICKET_CHANNELS)[number]

export const TICKET_STATES = ['waiting', 'called', 'missed', 'served', 'abandoned'] as const
export type TicketStanding = (typeof TICKET_STATES)[number]

export const TICKET_STATE_NAMES: Record<TicketStanding, Bilingual> = {
  waiting: { zh: '等候', en: 'Waiting' },
  called: { zh: '正在办理', en: 'Being served' },
  missed: { zh: '过号', en: 'Missed' },
  served: { zh: '已办', en: 'Served' },
  abandoned: { zh: '离开', en: 'Left' },
}

/** In which of three queues a number stands. */
export const LANES = ['appointment', 'priority', 'ordinary'] as const
export type Lane = (typeof LANES)[number]

export const PLACE_REASONS = ['appointmentDue', 'priority', 'turnOfOrdinary', 'firstCome'] as const
export type PlaceReason = (typeof PLACE_REASONS)[number]

export const PLACE_REASON_NAMES: Record<PlaceReason, Bilingual> = {
  appointmentDue: { zh: '预约时间已到', en: 'The booked time has come' },
  priority: { zh: '依规优先', en: 'Goes first by rule' },
  turnOfOrdinary: { zh: '连续优先后轮到普通号', en: 'An ordinary number after several that went first' },
  firstCome: { zh: '先到先办', en: 'First come, first served' },
}

/** 转号: why somebody is sent on from a counter. */
export const TRANSFER_CAUSES = ['wrongWindow', 'furtherMatter'] as const
export type TransferCause = (typeof TRANSFER_CAUSES)[number]

/** 导办去向: where a greeter sent somebody. A paid agent is none of them. */
export const GUIDED_TO = ['ticket', 'online', 'elsewhere', 'freeAgency'] as const
export type GuidedTo = (typeof GUIDED_TO)[number]

export const GUIDED_TO_NAMES: Record<GuidedTo, Bilingual> = {
  ticket: { zh: '取号到窗口', en: 'A number for a counter' },
  online: { zh: '网上办理', en: 'Online' },
  elsewhere: { zh: '其他地点办理', en: 'Another place' },
  freeAgency: { zh: '免费代办', en: 'Free agency of the hall' },
}

/** What citizens report of a visit to the greeter. */
export const VISIT_REPORTS = ['sentToAgent', 'wrongWindow', 'rude', 'other'] as const
export type VisitReport = (typeof VISIT_REPORTS)[number]

export const VISIT_REPORT_NAMES: Record<VisitReport, Bilingual> = {
  sentToAgent: { zh: '被引向收费中介', en: 'Was sent to a paid agent' },
  wrongWindow: { zh: '被指错窗口', en: 'Was sent to the wrong counter' },
  rude: { zh: '态度差', en: 'Was treated rudely' },
  other: { zh: '其他', en: 'Other' },
}

export const BOOKING_STATES = ['booked', 'checkedIn', 'cancelled', 'missed'] as const
export type BookingStanding = (typeof BOOKING_STATES)[number]

export const BOOKING_STATE_NAMES: Record<BookingStanding, Bilingual> = {
  booked: { zh: '已预约', en: 'Booked' },
  checkedIn: { zh: '已到', en: 'Checked in' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  missed: { zh: '未到', en: 'Did not come' },
}

/** 首问登记 (HALL-21): how far it has come, and how it was settled. */
export const ENQUIRY_STATUSES = ['open', 'referred', 'handedOver', 'settled'] as const
export type EnquiryStanding = (typeof ENQUIRY_STATUSES)[number]

export const ENQUIRY_STATUS_NAMES: Record<EnquiryStanding, Bilingual> = {
  open: { zh: '首问在办', en: 'With the first officer' },
  referred: { zh: '已转办，未确认到达', en: 'Referred, arrival not confirmed' },
  handedOver: { zh: '已移交', en: 'Handed over' },
  settled: { zh: '已有结果', en: 'Settled' },
}

export const ENQUIRY_OUTCOMES = ['answered', 'accepted', 'withdrawn'] as const
export type EnquiryOutcome = (typeof ENQUIRY_OUTCOMES)[number]

export const ENQUIRY_OUTCOME_NAMES: Record<EnquiryOutcome, Bilingual> = {
  answered: { zh: '已答复', en: 'Answered' },
  accepted: { zh: '已受理', en: 'Accepted as a case' },
  withdrawn: { zh: '来人不再要办', en: 'Given up by whoever asked' },
}

/** 授权到窗口 (HALL-13): what may be delegated, and what is wrong with a record. */
export const POWERS = ['accept', 'review', 'decide', 'seal'] as const
export type WindowPower = (typeof POWERS)[number]

export const POWER_NAMES: Record<WindowPower, Bilingual> = {
  accept: { zh: '受理', en: 'Accept' },
  review: { zh: '审查', en: 'Review' },
  decide: { zh: '决定', en: 'Decide' },
  seal: { zh: '用章发证', en: 'Seal and hand out' },
}

export const DELEGATION_FLAGS = ['headCannotDecide', 'powerMissing', 'nobodyHolds', 'withoutNotice'] as const
export type DelegationFlag = (typeof DELEGATION_FLAGS)[number]

export const DELEGATION_FLAG_NAMES: Record<DelegationFlag, Bilingual> = {
  headCannotDecide: {
    zh: '宣称充分授权，首席代表却没有决定权',
    en: 'Declared full, and the window head cannot decide',
  },
  powerMissing: {
    zh: '宣称充分授权，有的权力没有授给任何岗位',
    en: 'Declared full, and a power is given to no post',
  },
  nobodyHolds: { zh: '被授权的岗位没有人', en: 'A post with a power that nobody holds' },
  withoutNotice: { zh: '没有提前告知就收回授权', en: 'Withdrawn without notice' },
}
