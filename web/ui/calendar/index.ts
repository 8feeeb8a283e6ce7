/** Days as the working calendar knows them: for forms that set a day somebody is held to, and for the year's page. */
export { DateField } from './DateField.tsx'
export { type CalendarDay, isSpecial, KIND_WORDS, kindOf, monthsOf, weeksOf } from './days.ts'
