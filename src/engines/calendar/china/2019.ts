import type { HolidayNotice } from '../notice.ts'

// The first notice gave 1 May alone; the second made it four days, in a year that was already running.
export const notices2019: readonly HolidayNotice[] = [
  {
    year: 2019,
    document: '国办发明电〔2018〕15号',
    title: '国务院办公厅关于2019年部分节假日安排的通知',
    publishedOn: '2018-12-06',
    source: 'http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm',
    holidays: [
      { name: '元旦', off: '2018-12-30..2019-01-01', work: '2018-12-29' },
      { name: '春节', off: '2019-02-04..2019-02-10', work: '2019-02-02..2019-02-03' },
      { name: '清明节', off: '2019-04-05' },
      { name: '劳动节', off: '2019-05-01' },
      { name: '端午节', off: '2019-06-07' },
      { name: '中秋节', off: '2019-09-13' },
      { name: '国庆节', off: '2019-10-01..2019-10-07', work: '2019-09-29 2019-10-12' },
    ],
  },
  {
    year: 2019,
    document: '国办发明电〔2019〕3号',
    title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
    publishedOn: '2019-03-22',
    source: 'http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm',
    holidays: [{ name: '劳动节', off: '2019-05-01..2019-05-04', work: '2019-04-28 2019-05-05' }],
  },
]
