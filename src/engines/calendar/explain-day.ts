import { type Day, dayNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Calendar, type DayState, isWorking, stateOf, weekdayOf } from './calendar.ts'
import { citeNotice, type NoticeReference } from './notice.ts'

/** What a day is and who says so. */
export interface DayExplanation {
  readonly day: Day
  readonly state: DayState
  /** How a provisional computation reads the day: by its weekday where nothing has been announced. */
  readonly working: boolean
  readonly kind: 'weekday' | 'weekend' | 'holiday' | 'shiftedWorkingDay' | 'halfDay' | 'unannounced'
  readonly because: Bilingual
  readonly notice?: NoticeReference
}

const WEEKDAYS_ZH = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

export const weekdayName = (number: number): Bilingual => ({
  zh: WEEKDAYS_ZH[weekdayOf(number)] ?? '',
  en: WEEKDAYS_EN[weekdayOf(number)] ?? '',
})

export function explainDay(day: Day, calendar: Calendar): DayExplanation {
  const number = dayNumber(day)
  const state = stateOf(calendar, day)
  const working = isWorking(calendar, number)
  return { day, state, working, ...why(calendar, number, state) }
}

function why(
  calendar: Calendar,
  number: number,
  state: DayState,
): Pick<DayExplanation, 'kind' | 'because' | 'notice'> {
  const weekday = weekdayName(number)
  const ruling = calendar.rulings.get(number)
  if (!ruling) {
    if (state === 'unannounced') return { kind: 'unannounced', because: unannounced(weekday) }
    const kind = weekdayOf(number) % 6 === 0 ? 'weekend' : 'weekday'
    return {
      kind,
      because: { zh: `${weekday.zh}，${ORDINARY[kind].zh}`, en: `${weekday.en}, ${ORDINARY[kind].en}` },
    }
  }
  const { notice, kind } = ruling
  const holiday = { zh: ruling.name, en: englishName(ruling.name) }
  const cited = notice
    ? { zh: `，${citeNotice(notice)}`, en: ` (${notice.document ?? notice.title})` }
    : { zh: '', en: '' }
  const said = SAID[kind](holiday, weekday, ruling.hours ?? '')
  return {
    kind: kind === 'off' ? 'holiday' : kind === 'half' ? 'halfDay' : 'shiftedWorkingDay',
    because: { zh: said.zh + cited.zh, en: said.en + cited.en },
    notice,
  }
}

const ORDINARY = {
  weekend: { zh: '公休日', en: 'a rest day' },
  weekday: { zh: '工作日', en: 'a working day' },
} as const

const SAID = {
  off: (holiday: Bilingual, weekday: Bilingual) => ({
    zh: `${holiday.zh}放假（${weekday.zh}）`,
    en: `${holiday.en}, day off (${weekday.en})`,
  }),
  work: (holiday: Bilingual, weekday: Bilingual) => ({
    zh: `${holiday.zh}调休，${weekday.zh}上班`,
    en: `${weekday.en} worked in exchange for ${holiday.en}`,
  }),
  half: (holiday: Bilingual, weekday: Bilingual, hours: string) => ({
    zh: `${holiday.zh}，${weekday.zh}只办公 ${hours}`,
    en: `${holiday.en}, open only ${hours} on this ${weekday.en}`,
  }),
} as const

const unannounced = ({ zh, en }: Bilingual): Bilingual => ({
  zh: `${zh}，该年放假通知尚未公布，暂按星期计算`,
  en: `${en}; the notice for this year has not been published, read by weekday for now`,
})

const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  '“五一”': 'Labour Day',
  '“五一”国际劳动节': 'Labour Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  '“十一”': 'National Day',
  国庆节: 'National Day',
  '国庆节、中秋节': 'National Day and Mid-Autumn Festival',
  '中秋节、国庆节': 'Mid-Autumn Festival and National Day',
  抗日战争暨世界反法西斯战争胜利70周年纪念日: '70th anniversary of the victory of 1945',
}

/** The English name of a holiday; a name from a file of the user's own stays as it is. */
export const englishName = (name: string): string => ENGLISH_NAMES[name] ?? name
