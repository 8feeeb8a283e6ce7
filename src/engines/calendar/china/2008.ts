import type { HolidayNotice } from '../notice.ts'

// The stored page gives no document number; it was reported on 18 December 2007.
export const notices2008: readonly HolidayNotice[] = [
  {
    year: 2008,
    title: '国务院办公厅关于2008年部分节假日安排的通知',
    publishedOn: '2007-12-18',
    source: 'http://www.gov.cn/zhengce/zhengceku/2008-03/28/content_1645.htm',
    holidays: [
      { name: '元旦', off: '2007-12-30..2008-01-01', work: '2007-12-29' },
      { name: '春节', off: '2008-02-06..2008-02-12', work: '2008-02-02..2008-02-03' },
      { name: '清明节', off: '2008-04-04..2008-04-06' },
      { name: '“五一”国际劳动节', off: '2008-05-01..2008-05-03', work: '2008-05-04' },
      { name: '端午节', off: '2008-06-07..2008-06-09' },
      { name: '中秋节', off: '2008-09-13..2008-09-15' },
      { name: '国庆节', off: '2008-09-29..2008-10-05', work: '2008-09-27..2008-09-28' },
    ],
  },
]
