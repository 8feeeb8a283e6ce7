import type { ItemContent } from '../contract.ts'
import { blocking, type Check, type Found } from './check.ts'

/** With area code, or one of the national short numbers and 400 lines. */
const PHONE = /^(\(?0\d{2,3}\)?[- ]?\d{7,8}([- ]\d{1,6})?|1\d{4}|1\d{2}|400[- ]?\d{3}[- ]?\d{4})$/

/** IC-08: who complains does not end at the desk he complains about. */
export const phones: Check = {
  code: 'IC-08',
  title: {
    zh: '咨询与投诉电话分开且带区号',
    en: 'Phones for questions and complaints differ and have area codes',
  },
  basis: 'GB/T 39046-2020 咨询方式、监督电话；信访工作条例 18',
  check({ phones: { consult, complaint } }, { ownPhones = [] }) {
    const found: Found[] = Object.entries({ consult, complaint })
      .filter(([, number]) => !PHONE.test(number.trim()))
      .map(([which, number]) =>
        blocking(
          `phones.${which}`,
          [`电话“${number}”缺少区号或写法不对`, `The number "${number}" lacks its area code or is no number`],
          [
            '请写成 0999-1234567 的形式，或 12345 这样的热线',
            'Write it like 0999-1234567, or a hotline like 12345',
          ],
        ),
      )
    if (digits(consult) === digits(complaint))
      found.push(
        blocking(
          'phones.complaint',
          ['投诉电话与咨询电话相同', 'The number for complaints is the one for questions'],
          ['投诉电话应由其他单位接听', 'Complaints must be answered by another unit'],
        ),
      )
    else if (ownPhones.some((number) => digits(number) === digits(complaint)))
      found.push(
        blocking(
          'phones.complaint',
          ['投诉电话是本单位自己的咨询电话', 'The number for complaints is answered by the unit itself'],
          ['投诉电话应由其他单位接听', 'Complaints must be answered by another unit'],
        ),
      )
    return found
  },
  examples: [
    { why: 'two numbers', fires: false, change: (sound) => numbers(sound, '0999-5551234', '12345') },
    {
      why: 'the same number, written otherwise',
      fires: true,
      change: (sound) => numbers(sound, '0999-5551234', '09995551234'),
    },
    {
      why: 'the number at which the unit answers questions on another item',
      fires: true,
      change: (sound) => numbers(sound, '0999-5551234', '0999-5559999'),
      around: () => ({ ownPhones: ['09995559999'] }),
    },
    { why: 'without area code', fires: true, change: (sound) => numbers(sound, '5551234', '12345') },
    { why: 'none', fires: true, change: (sound) => numbers(sound, '', '12345') },
  ],
}

const digits = (phone: string) => phone.replace(/\D/g, '')
const numbers = (sound: ItemContent, consult: string, complaint: string): ItemContent => ({
  ...sound,
  phones: { consult, complaint },
})
