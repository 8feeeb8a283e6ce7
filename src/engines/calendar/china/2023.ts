import type { HolidayNotice } from '../notice.ts'

export const notices2023: readonly HolidayNotice[] = [
  {
    year: 2023,
    document: '国办发明电〔2022〕16号',
    title: '国务院办公厅关于2023年部分节假日安排的通知',
    publishedOn: '2022-12-08',
    source: 'http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
    holidays: [
      { name: '元旦', off: '2022-12-31..2023-01-02' },
      { name: '春节', off: '2023-01-21..2023-01-27', work: '2023-01-28..2023-01-29' },
      { name: '清明节', off: '2023-04-05' },
      { name: '劳动节', off: '2023-04-29..2023-05-03', work: '2023-04-23 2023-05-06' },
      { name: '端午节', off: '2023-06-22..2023-06-24', work: '2023-06-25' },
      { name: '中秋节、国庆节', off: '2023-09-29..2023-10-06', work: '2023-10-07..2023-10-08' },
    ],
  },
]
