import type { HolidayNotice } from '../notice.ts'

export const notices2010: readonly HolidayNotice[] = [
  {
    year: 2010,
    document: '国办发明电〔2009〕27号',
    title: '国务院办公厅关于2010年部分节假日安排的通知',
    publishedOn: '2009-12-08',
    source: 'http://www.gov.cn/zhengce/zhengceku/2009-12/08/content_1476.htm',
    holidays: [
      { name: '元旦', off: '2010-01-01..2010-01-03' },
      { name: '春节', off: '2010-02-13..2010-02-19', work: '2010-02-20..2010-02-21' },
      { name: '清明节', off: '2010-04-03..2010-04-05' },
      { name: '劳动节', off: '2010-05-01..2010-05-03' },
      { name: '端午节', off: '2010-06-14..2010-06-16', work: '2010-06-12..2010-06-13' },
      { name: '中秋节', off: '2010-09-22..2010-09-24', work: '2010-09-19 2010-09-25' },
      { name: '国庆节', off: '2010-10-01..2010-10-07', work: '2010-09-26 2010-10-09' },
    ],
  },
]
