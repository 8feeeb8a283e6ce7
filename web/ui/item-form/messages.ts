import { messages } from '../language/catalogue.ts'

export const useText = messages('item-form', {
  是: 'Yes',
  否: 'No',
  请选择: 'Please choose',
  必填: 'required',
})
