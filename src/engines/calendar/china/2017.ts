import type { HolidayNotice } from '../notice.ts'

export const notices2017: readonly HolidayNotice[] = [
  {
    year: 2017,
    document: '国办发明电〔2016〕17号',
    title: '国务院办公厅关于2017年部分节假日安排的通知',
    publishedOn: '2016-12-01',
    source: 'http://www.gov.cn/zhengce/zhengceku/2016-12/01/content_5141603.htm',
    holidays: [
      { name: '元旦', off: '2017-01-01..2017-01-02' },
      { name: '春节', off: '2017-01-27..2017-02-02', work: '2017-01-22 2017-02-04' },
      { name: '清明节', off: '2017-04-02..2017-04-04', work: '2017-04-01' },
      { name: '劳动节', off: '2017-05-01' },
      { name: '端午节', off: '2017-05-28..2017-05-30', work: '2017-05-27' },
      { name: '中秋节、国庆节', off: '2017-10-01..2017-10-08', work: '2017-09-30' },
    ],
  },
]
