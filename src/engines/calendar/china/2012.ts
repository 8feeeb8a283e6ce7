import type { HolidayNotice } from '../notice.ts'

export const notices2012: readonly HolidayNotice[] = [
  {
    year: 2012,
    document: '国办发明电〔2011〕45号',
    title: '国务院办公厅关于2012年部分节假日安排的通知',
    publishedOn: '2011-12-06',
    source: 'http://www.gov.cn/zhengce/zhengceku/2011-12/06/content_1411.htm',
    holidays: [
      { name: '元旦', off: '2012-01-01..2012-01-03', work: '2011-12-31' },
      { name: '春节', off: '2012-01-22..2012-01-28', work: '2012-01-21 2012-01-29' },
      { name: '清明节', off: '2012-04-02..2012-04-04', work: '2012-03-31..2012-04-01' },
      { name: '劳动节', off: '2012-04-29..2012-05-01', work: '2012-04-28' },
      { name: '端午节', off: '2012-06-22..2012-06-24' },
      { name: '中秋节、国庆节', off: '2012-09-30..2012-10-07', work: '2012-09-29' },
    ],
  },
]
