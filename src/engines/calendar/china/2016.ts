import type { HolidayNotice } from '../notice.ts'

export const notices2016: readonly HolidayNotice[] = [
  {
    year: 2016,
    document: '国办发明电〔2015〕18号',
    title: '国务院办公厅关于2016年部分节假日安排的通知',
    publishedOn: '2015-12-10',
    source: 'http://www.gov.cn/zhengce/zhengceku/2015-12/10/content_10394.htm',
    holidays: [
      { name: '元旦', off: '2016-01-01' },
      { name: '春节', off: '2016-02-07..2016-02-13', work: '2016-02-06 2016-02-14' },
      { name: '清明节', off: '2016-04-04' },
      { name: '劳动节', off: '2016-05-01..2016-05-02' },
      { name: '端午节', off: '2016-06-09..2016-06-11', work: '2016-06-12' },
      { name: '中秋节', off: '2016-09-15..2016-09-17', work: '2016-09-18' },
      { name: '国庆节', off: '2016-10-01..2016-10-07', work: '2016-10-08..2016-10-09' },
    ],
  },
]
