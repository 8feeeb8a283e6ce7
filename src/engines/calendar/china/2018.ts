import type { HolidayNotice } from '../notice.ts'

export const notices2018: readonly HolidayNotice[] = [
  {
    year: 2018,
    document: '国办发明电〔2017〕12号',
    title: '国务院办公厅关于2018年部分节假日安排的通知',
    publishedOn: '2017-11-30',
    source: 'http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm',
    holidays: [
      { name: '元旦', off: '2018-01-01' },
      { name: '春节', off: '2018-02-15..2018-02-21', work: '2018-02-11 2018-02-24' },
      { name: '清明节', off: '2018-04-05..2018-04-07', work: '2018-04-08' },
      { name: '劳动节', off: '2018-04-29..2018-05-01', work: '2018-04-28' },
      { name: '端午节', off: '2018-06-18' },
      { name: '中秋节', off: '2018-09-24' },
      { name: '国庆节', off: '2018-10-01..2018-10-07', work: '2018-09-29..2018-09-30' },
    ],
  },
]
