import type { HolidayNotice } from '../notice.ts'

export const notices2024: readonly HolidayNotice[] = [
  {
    year: 2024,
    document: '国办发明电〔2023〕7号',
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    publishedOn: '2023-10-25',
    source: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
    holidays: [
      { name: '元旦', off: '2024-01-01' },
      { name: '春节', off: '2024-02-10..2024-02-17', work: '2024-02-04 2024-02-18' },
      { name: '清明节', off: '2024-04-04..2024-04-06', work: '2024-04-07' },
      { name: '劳动节', off: '2024-05-01..2024-05-05', work: '2024-04-28 2024-05-11' },
      { name: '端午节', off: '2024-06-10' },
      { name: '中秋节', off: '2024-09-15..2024-09-17', work: '2024-09-14' },
      { name: '国庆节', off: '2024-10-01..2024-10-07', work: '2024-09-29 2024-10-12' },
    ],
  },
]
