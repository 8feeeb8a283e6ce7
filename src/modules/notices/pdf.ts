import type { Node } from 'pdfmake'
import type { Letter } from './letter.ts'
import { dayAt, dayInWords } from './letter-words.ts'
import { BODY, drawSheet, GREY, MM, PAGE, RED, TITLE } from './page.ts'
import { ribbonOf } from './ribbon.ts'

/** §10.1, letters: the red double rules are 170 mm long, the second 20 mm above the edge. */
const RULE = { left: 20 * MM, right: 190 * MM, above: 43 * MM, below: 277 * MM }

export interface Drawing {
  readonly letter: Letter
  readonly number: string
  readonly unitName: string
  readonly issuedAt: number
  readonly hash: string
  readonly checkCode: string
  /** What the QR code holds: where anybody can check the paper. */
  readonly checkUrl: string
  /** Not the original: people are masked, or it was withdrawn. */
  readonly mark: string | undefined
}

/** Draws a letter in the form of GB/T 9704-2012 §10.1 (信函格式), with a CJK font inside and nothing to fetch. */
export function drawPdf(drawing: Drawing): Promise<Buffer> {
  const { letter, number, unitName, issuedAt, mark } = drawing
  return drawSheet({
    title: `${letter.title} ${number}`,
    author: unitName,
    createdAt: issuedAt,
    rest: {
      ...(mark === undefined ? {} : { watermark: { text: mark, fontSize: 72, opacity: 0.08, angle: -45 } }),
      background: (page: number) => (page === 1 ? letterhead(unitName) : []),
      footer: (page: number) =>
        page === 1 ? [] : [{ text: `— ${page} —`, alignment: 'center', fontSize: 14, lineHeight: 1 }],
    },
    content: [...opening(drawing), ...body(letter), ...closing(drawing)],
  })
}

function letterhead(unitName: string): Node[] {
  const line = (y: number, lineWidth: number) => ({
    type: 'line',
    ...{ x1: RULE.left, x2: RULE.right, y1: y, y2: y, lineWidth, lineColor: RED },
  })
  return [
    {
      text: unitName,
      ...{
        color: RED,
        bold: true,
        alignment: 'center',
        fontSize: unitName.length > 14 ? 22 : 28,
        lineHeight: 1,
      },
      absolutePosition: { x: 0, y: 26 * MM },
    },
    {
      canvas: [
        line(RULE.above, 2),
        line(RULE.above + 3, 0.75),
        line(RULE.below - 3, 0.75),
        line(RULE.below, 2),
      ],
      absolutePosition: { x: 0, y: 0 },
    },
  ]
}

const opening = ({ number, letter }: Drawing): Node[] => [
  {
    text: number,
    alignment: 'right',
    fontSize: Math.min(BODY, (BODY * 27) / widthOf(number)),
    margin: [0, RULE.above - PAGE.top + 3, 0, 12],
  },
  { text: letter.title, alignment: 'center', bold: true, fontSize: TITLE, lineHeight: 1.1 },
  { text: letter.titleEn, alignment: 'center', color: GREY, fontSize: 9, margin: [0, 0, 0, 10] },
  { text: `${letter.addressee}：` },
]

const paragraph = (text: string): Node => ({ text, leadingIndent: 2 * BODY })

function body({ paragraphs, list, afterList, days }: Letter): Node[] {
  return [
    ...paragraphs.map(paragraph),
    ...list.map((line, index) => paragraph(`${index + 1}．${line}`)),
    ...afterList.map(paragraph),
    ...(days && days.days.length > 1 ? ribbonOf(days) : []),
  ]
}

/** Signs of the body that have room beside the box by which a paper is checked. */
const BESIDE = 13

/** How anybody can check the paper, and beside it the signature with its day; kept together on one page. */
function closing(drawing: Drawing): Node[] {
  const lines = signature(drawing)
  const beside = widthOf(drawing.unitName) <= BESIDE
  const checking: Node = {
    columns: [
      { width: 58, qr: drawing.checkUrl, fit: 58, eccLevel: 'L' },
      { width: beside ? 164 : '*', stack: checkLines(drawing) },
      ...(beside ? [{ width: '*', stack: lines }] : []),
    ],
    columnGap: 6,
  }
  return [{ unbreakable: true, margin: [0, 10, 0, 0], stack: beside ? [checking] : [...lines, checking] }]
}

/** §7.3.5: the day stands four signs from the right where there is room, with the name in the middle above it. */
function signature({ unitName, issuedAt }: Drawing): Node[] {
  const day = dayInWords(dayAt(issuedAt))
  const width = Math.max(widthOf(unitName), widthOf(day))
  const indent = Math.max(0, Math.min(4, (width <= BESIDE ? BESIDE : 27) - width))
  return [unitName, day].map((text) => ({
    text,
    alignment: 'right',
    margin: [0, 0, (indent + (width - widthOf(text)) / 2) * BODY, 0],
  }))
}

function checkLines({ hash, checkCode, letter }: Drawing): Node[] {
  const small = { fontSize: 7, lineHeight: 1.15, color: GREY }
  return [
    { text: '扫码查验真伪，无需登录 Scan to check this paper', ...small, color: 'black' },
    { text: `查验码 ${checkCode}`, ...small },
    { text: `SHA-256 ${hash.match(/.{1,32}/g)?.join(' ')}`, ...small },
    { text: letter.english, ...small },
  ]
}

/** In signs of the body: digits and Latin letters take about half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 128 ? 0.55 : 1), 0)
