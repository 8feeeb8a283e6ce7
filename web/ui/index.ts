/** The parts that every page is made of. Pages import from here, from contracts and from `terms.ts` files only. */
export { addressOf, call, callForBytes, newIdempotencyKey } from './api/call.ts'
export { useLiveAnswer } from './api/live.ts'
export { ProblemError } from './api/problem.ts'
export { keyOf, type QueryOf, type Rows, useAnswer, useCommand, useRows } from './api/queries.ts'
export { signedIn } from './api/signed-in.ts'
export { upload } from './api/upload.ts'
export { Bill } from './bill/Bill.tsx'
export { Button } from './controls/Button.tsx'
export { Confirm, Dialog } from './controls/Dialog.tsx'
export { BLANKS, listOf, orNull, textOf } from './controls/form-values.ts'
export { FormButton } from './controls/FormButton.tsx'
export { FormDialog } from './controls/FormDialog.tsx'
export { SelectField, TextAreaField, TextField, TickField } from './controls/Field.tsx'
export { Choice, Filters, SearchBox } from './controls/Filters.tsx'
export { isTyping, Keyboard } from './controls/Keyboard.tsx'
export { useDraft } from './controls/use-draft.ts'
export { SHORTEST, useWords } from './controls/use-words.ts'
export { Reading } from './controls/Reading.tsx'
export { Tabs } from './controls/Tabs.tsx'
export { Toasts, useToast } from './controls/Toast.tsx'
export { Figure, useFigureText } from './figures/Figure.tsx'
export { Histogram } from './figures/Histogram.tsx'
export { IntervalBar } from './figures/IntervalBar.tsx'
export { LevelMark, StandingMark, useLevelWord, useStandingWord } from './figures/LevelMark.tsx'
export { DayText, DueText, InstantText } from './figures/Moments.tsx'
export { MonthBars } from './figures/MonthBars.tsx'
export { QrCode } from './figures/QrCode.tsx'
export { WorkingDaysLeft } from './figures/WorkingDaysLeft.tsx'
export { type Language, messages, setLanguage, useLanguage, useSaid } from './language/catalogue.ts'
export {
  dayOf,
  presentDayAt,
  sayDay,
  sayDue,
  sayInstant,
  sayLimit,
  sayShortDay,
  sayWeekday,
  timeOfDay,
  weekdayOf,
} from './language/dates.ts'
export { sayMoney } from './language/money.ts'
export { sayCount, sayNumber, sayShare } from './language/numbers.ts'
export { inScript } from './language/script.ts'
export { Empty, Failed, Loaded, type Loading, Notice, Waiting } from './layout/Loaded.tsx'
export { Page, Section } from './layout/Page.tsx'
export { ProjectFacts } from './project/ProjectFacts.tsx'
export { DayRibbon } from './ribbon/DayRibbon.tsx'
export type { RibbonMark } from './ribbon/RibbonMark.tsx'
export { MiniRibbon } from './ribbon/MiniRibbon.tsx'
export { basePathOf, startApp } from './start.tsx'
export { type Column, type Paging, Table } from './table/Table.tsx'
export { type Sight, setSight, useSight } from './theme.ts'
