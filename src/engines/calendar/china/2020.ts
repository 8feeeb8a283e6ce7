import type { HolidayNotice } from '../notice.ts'

// The first notice ended the Spring Festival on 30 January and had Saturday 1 February worked; the second, published
// in the middle of the holiday, lengthened it to 2 February. Between the two, other deadlines were true.
export const notices2020: readonly HolidayNotice[] = [
  {
    year: 2020,
    document: '国办发明电〔2019〕16号',
    title: '国务院办公厅关于2020年部分节假日安排的通知',
    publishedOn: '2019-11-21',
    source: 'http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm',
    holidays: [
      { name: '元旦', off: '2020-01-01' },
      { name: '春节', off: '2020-01-24..2020-01-30', work: '2020-01-19 2020-02-01' },
      { name: '清明节', off: '2020-04-04..2020-04-06' },
      { name: '劳动节', off: '2020-05-01..2020-05-05', work: '2020-04-26 2020-05-09' },
      { name: '端午节', off: '2020-06-25..2020-06-27', work: '2020-06-28' },
      { name: '国庆节、中秋节', off: '2020-10-01..2020-10-08', work: '2020-09-27 2020-10-10' },
    ],
  },
  {
    year: 2020,
    document: '国办发明电〔2020〕1号',
    title: '国务院办公厅关于延长2020年春节假期的通知',
    publishedOn: '2020-01-27',
    source: 'http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
    holidays: [{ name: '春节', off: '2020-01-31..2020-02-02', work: '2020-02-03' }],
  },
]
