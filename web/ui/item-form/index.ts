/** 申请表: the fields that an item asks for, in the portal and at the counter. */
export { AnswerList } from './AnswerList.tsx'
export { type AnswerFaults, faultsOfAnswers, nothingAnswered } from './answers.ts'
export { ItemFormFields } from './ItemFormFields.tsx'
