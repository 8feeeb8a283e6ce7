import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Code, CounterContent, CounterView, DutyCalendar, HallView, UnitName } from './hall-shapes.ts'
import { BADGE_STATES, WINDOW_FIGURES, WINDOW_FLAGS } from './terms.ts'

export const ArrangedCounter = CounterView.extend({
  workingHours: CounterContent.shape.workingHours,
  restHours: CounterContent.shape.restHours,
  /** The reader may name who sits here. */
  mayName: z.boolean(),
})
export type ArrangedCounter = z.infer<typeof ArrangedCounter>

export const ArrangedBadge = z.object({
  badge: z.string(),
  account: z.string(),
  name: z.string(),
  unit: UnitName,
  duties: BilingualText,
  standing: z.enum(BADGE_STATES),
  lentUntil: DayText.nullable(),
  issuedAt: InstantText,
  /** Why it is worn no more. */
  endReason: z.string(),
  counter: z.string().nullable(),
})
export type ArrangedBadge = z.infer<typeof ArrangedBadge>

/** Everything a head of a hall arranges, in one answer. */
export const HallArrangement = z.object({
  today: DayText,
  hall: HallView,
  /** The reader runs this hall. */
  mayArrange: z.boolean(),
  counters: z.array(ArrangedCounter),
  badges: z.array(ArrangedBadge),
  /** Who may be given a badge: the people of the units that are served here and of the one that runs the hall. */
  people: z.array(z.object({ account: z.string(), name: z.string(), unit: UnitName })),
})
export type HallArrangement = z.infer<typeof HallArrangement>

const Stationed = z.object({ since: DayText, central: z.boolean(), online: z.boolean() })

/** What a department claims, and what its cases say. */
export const DepartmentWork = UnitName.extend({
  stationed: Stationed.nullable(),
  counters: z.number().int(),
  /** Its items in the catalogue, those that entered this hall, and those that its window may decide. */
  items: z.number().int(),
  entered: z.number().int(),
  authority: z.number().int(),
  /** People with a badge of the hall. */
  staff: z.number().int(),
  figures: z.record(z.enum(WINDOW_FIGURES), z.number().int()),
  /** Steps that were done by people without a badge: inside the department. */
  trips: z.number().int(),
  flags: z.array(z.enum(WINDOW_FLAGS)),
})
export type DepartmentWork = z.infer<typeof DepartmentWork>

const HallParams = z.object({ hall: Code })
const DepartmentParams = HallParams.extend({ unit: z.string().max(80) })
const Span = z.object({ from: DayText, until: DayText })

export const getHallArrangement = endpoint({
  name: 'getHallArrangement',
  method: 'GET',
  path: '/api/hall/halls/{hall}/arrangement',
  summary: { zh: '大厅的窗口、工作牌和人员', en: 'Counters, badges and people of a hall' },
  guard: 'hall.read',
  params: HallParams,
  answer: HallArrangement,
})

export const fillDuty = endpoint({
  name: 'fillDuty',
  method: 'POST',
  path: '/api/hall/counters/{counter}/duty',
  summary: {
    zh: '一人排满一段时间的空班',
    en: 'Name one person for every half day of a span that is still free',
  },
  guard: 'hall.arrange',
  params: z.object({ counter: Code }),
  body: Span.extend({ account: z.string().max(80) }),
  answer: z.object({ named: z.number().int(), calendar: DutyCalendar }),
})

export const listDepartmentWork = endpoint({
  name: 'listDepartmentWork',
  method: 'GET',
  path: '/api/hall/halls/{hall}/departments',
  summary: {
    zh: '进驻部门：收件、窗口办结与承诺对照',
    en: 'Departments of a hall: what they claim, what their cases say',
  },
  guard: 'hall.read',
  params: HallParams,
  query: Span,
  answer: z.object({ rows: z.array(DepartmentWork), flags: z.array(z.enum(WINDOW_FLAGS)) }),
})

export const listDepartmentCases = endpoint({
  name: 'listDepartmentCases',
  method: 'GET',
  path: '/api/hall/halls/{hall}/departments/{unit}/cases',
  summary: { zh: '某一数字背后的办件', en: 'The cases behind one figure, as far as the reader may see them' },
  guard: 'hall.read',
  params: DepartmentParams,
  query: Span.extend({ what: z.enum(WINDOW_FIGURES) }),
  answer: z.object({
    rows: z.array(
      z.object({
        caseNo: z.string(),
        item: z.string(),
        itemName: BilingualText,
        channel: z.string(),
        counter: z.string().nullable(),
        receivedAt: InstantText,
      }),
    ),
  }),
})

export const putDepartment = endpoint({
  name: 'putDepartment',
  method: 'PUT',
  path: '/api/hall/halls/{hall}/departments/{unit}',
  summary: {
    zh: '登记部门进驻及其承诺',
    en: 'Register a department in the hall, with what is claimed for it',
  },
  guard: 'hall.arrange',
  params: DepartmentParams,
  body: Stationed,
  answer: Stationed.extend({ unit: z.string() }),
})

export const withdrawDepartment = endpoint({
  name: 'withdrawDepartment',
  method: 'POST',
  path: '/api/hall/halls/{hall}/departments/{unit}/withdrawal',
  summary: { zh: '部门撤出大厅', en: 'A department leaves the hall' },
  guard: 'hall.arrange',
  params: DepartmentParams,
  body: z.object({ reason: z.string().min(2).max(200) }),
  answer: z.object({ unit: z.string() }),
})
