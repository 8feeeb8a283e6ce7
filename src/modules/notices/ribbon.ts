import type { Node } from 'pdfmake'
import type { PaperDay, PaperDays } from './days.ts'

const COLUMNS = 21
const WIDTH = 20.4
const COLOURS: Readonly<Record<string, string>> = {
  trigger: '#d9e6f2',
  counted: '#d8ecdc',
  suspended: '#f6e3b4',
}
const RESTING = '#eeeeee'

/** 日带: every day from acceptance to the promised day, counted or not, with its number; the last one is framed. */
export function ribbonOf({ days }: PaperDays): Node[] {
  const rows = Array.from({ length: Math.ceil(days.length / COLUMNS) }, (_, row) =>
    days.slice(row * COLUMNS, (row + 1) * COLUMNS),
  )
  return [
    {
      unbreakable: true,
      margin: [0, 8, 0, 0],
      stack: [
        {
          text: '为什么是这一天：期限自受理次日起算，逐日如下（上行为日期，下行为第几个工作日）',
          fontSize: 9,
          lineHeight: 1.2,
        },
        ...rows.map((row, index) => rowOf(row, index === rows.length - 1)),
        {
          text: '蓝 受理日（不计）　绿 计入　灰 不计入（休息日、节假日）　粗框 期限最后一日',
          fontSize: 8,
          lineHeight: 1.2,
        },
      ],
    },
  ]
}

function rowOf(days: readonly PaperDay[], withLast: boolean): Node {
  const last = withLast ? days.length - 1 : -1
  return {
    margin: [0, 2, 0, 0],
    table: { widths: days.map(() => WIDTH), body: [days.map(cellOf)] },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: (at: number) => (last >= 0 && (at === last || at === last + 1) ? 2 : 0.5),
      hLineColor: () => '#999999',
      vLineColor: (at: number) => (last >= 0 && (at === last || at === last + 1) ? '#c8102e' : '#999999'),
      ...{ paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 1, paddingBottom: () => 1 },
    },
  }
}

const cellOf = ({ day, kind, number }: PaperDay, index: number): Node => ({
  stack: [
    { text: dayText(day, index === 0), fontSize: 6.5 },
    { text: number === null ? ' ' : String(number), fontSize: 8, bold: true },
  ],
  alignment: 'center',
  lineHeight: 1,
  fillColor: COLOURS[kind] ?? RESTING,
})

/** The month stands where it begins, and at the first day shown. */
const dayText = (day: string, first: boolean) => {
  const [, month, date] = day.split('-').map(Number)
  return first || date === 1 ? `${month}/${date}` : String(date)
}
