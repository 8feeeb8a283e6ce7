import type { Node } from 'pdfmake'
import { drawSheet, GREY, TITLE } from './page.ts'

/** 申请表 as the applicant filled it in. */
export interface FormDrawing {
  readonly caseNo: string
  readonly itemName: string
  readonly unitName: string
  readonly applicant: string
  readonly lines: readonly { readonly label: string; readonly answer: string }[]
  /** ISO 8601 with an offset. */
  readonly filledAt: string
  readonly corrected: boolean
  readonly sha256: string
  readonly trackUrl: string
}

const SMALL = { fontSize: 7.5, lineHeight: 1.15, color: GREY }

/** Draws the form as a table of questions and answers, with a line to sign on and the hash that the record holds. */
export function drawForm(drawing: FormDrawing): Promise<Buffer> {
  const { caseNo, itemName, unitName, filledAt } = drawing
  return drawSheet({
    title: `${itemName}申请表 ${caseNo}`,
    author: unitName,
    createdAt: Date.parse(filledAt),
    rest: {
      footer: (page: number, pages: number) => ({
        text: `${caseNo}　第 ${page} 页，共 ${pages} 页`,
        ...{ alignment: 'center', fontSize: 9, lineHeight: 1, color: GREY },
      }),
    },
    content: [
      { text: itemName, alignment: 'center', bold: true, fontSize: TITLE - 4, lineHeight: 1.1 },
      { text: '申请表', alignment: 'center', bold: true, fontSize: TITLE, lineHeight: 1.1 },
      { text: `办件编号 ${caseNo}`, alignment: 'center', fontSize: 10.5, margin: [0, 2, 0, 8] },
      table(drawing),
      ...closing(drawing),
    ],
  })
}

const table = ({ applicant, unitName, lines }: FormDrawing): Node => ({
  table: {
    widths: [130, '*'],
    dontBreakRows: true,
    body: [
      ['申请人', applicant],
      ['受理机关', unitName],
      ...lines.map(({ label, answer }) => [label, answer || '（未填）']),
    ].map(([label, answer]) => [
      { text: label, fontSize: 12, lineHeight: 1.1, fillColor: '#f3f3f3' },
      { text: answer, fontSize: 12, lineHeight: 1.1 },
    ]),
  },
  layout: {
    ...{ hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    ...{ paddingTop: () => 5, paddingBottom: () => 5 },
  },
})

const closing = ({ filledAt, corrected, sha256, trackUrl }: FormDrawing): Node[] => [
  {
    text: '本人（本单位）保证以上内容真实，并对其真实性负责。',
    ...{ fontSize: 12, lineHeight: 1.2, margin: [0, 12, 0, 8] },
  },
  {
    unbreakable: true,
    columns: [
      { width: 60, qr: trackUrl, fit: 60, eccLevel: 'L' },
      {
        width: 190,
        stack: [
          { text: '扫码查看办理进度 Scan to see where it stands', ...SMALL, color: 'black' },
          {
            text: `${corrected ? '补正时更正于' : '填写于'} ${filledAt.slice(0, 16).replace('T', ' ')}`,
            ...SMALL,
          },
          { text: `存证 SHA-256 ${sha256.match(/.{1,32}/g)?.join(' ')}`, ...SMALL },
        ],
      },
      {
        width: '*',
        stack: ['申请人（签章）：', '　　　　年　　月　　日'].map((text) => ({
          text,
          fontSize: 12,
          lineHeight: 1.4,
        })),
      },
    ],
    columnGap: 8,
  },
]
