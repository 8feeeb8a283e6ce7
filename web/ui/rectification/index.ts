/** 问题整改 as the desk and the watch both show it. */
export { Act } from './Act.tsx'
export { EnterProblem } from './EnterProblem.tsx'
export { Flags } from './Flags.tsx'
export { useText as useRectificationText } from './messages.ts'
export { Problems } from './Problems.tsx'
export { ProblemSheet } from './ProblemPage.tsx'
export { problemAt, textOf } from './words.ts'
