import type { HolidayNotice } from '../notice.ts'

// The second notice made 3 September a holiday in a year that was already running.
export const notices2015: readonly HolidayNotice[] = [
  {
    year: 2015,
    title: '国务院办公厅关于2015年部分节假日安排的通知',
    publishedOn: '2014-12-16',
    source: 'http://www.gov.cn/zhengce/zhengceku/2014-12/16/content_9302.htm',
    holidays: [
      { name: '元旦', off: '2015-01-01..2015-01-03', work: '2015-01-04' },
      { name: '春节', off: '2015-02-18..2015-02-24', work: '2015-02-15 2015-02-28' },
      { name: '清明节', off: '2015-04-05..2015-04-06' },
      { name: '劳动节', off: '2015-05-01' },
      { name: '端午节', off: '2015-06-20 2015-06-22' },
      { name: '中秋节', off: '2015-09-27' },
      { name: '国庆节', off: '2015-10-01..2015-10-07', work: '2015-10-10' },
    ],
  },
  {
    year: 2015,
    document: '国发明电〔2015〕1号',
    title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
    publishedOn: '2015-05-13',
    source: 'http://www.gov.cn/zhengce/zhengceku/2015-05/13/content_9742.htm',
    holidays: [
      {
        name: '抗日战争暨世界反法西斯战争胜利70周年纪念日',
        off: '2015-09-03..2015-09-05',
        work: '2015-09-06',
      },
    ],
  },
]
