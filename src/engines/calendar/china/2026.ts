import type { HolidayNotice } from '../notice.ts'

export const notices2026: readonly HolidayNotice[] = [
  {
    year: 2026,
    document: '国办发明电〔2025〕7号',
    title: '国务院办公厅关于2026年部分节假日安排的通知',
    publishedOn: '2025-11-04',
    source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    holidays: [
      { name: '元旦', off: '2026-01-01..2026-01-03', work: '2026-01-04' },
      { name: '春节', off: '2026-02-15..2026-02-23', work: '2026-02-14 2026-02-28' },
      { name: '清明节', off: '2026-04-04..2026-04-06' },
      { name: '劳动节', off: '2026-05-01..2026-05-05', work: '2026-05-09' },
      { name: '端午节', off: '2026-06-19..2026-06-21' },
      { name: '中秋节', off: '2026-09-25..2026-09-27' },
      { name: '国庆节', off: '2026-10-01..2026-10-07', work: '2026-09-20 2026-10-10' },
    ],
  },
]
