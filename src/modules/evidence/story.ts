import { formatInstant, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Extract } from '#engines/ledger/index.ts'
import { drawSheet, GREY, type Node, TITLE } from '#modules/notices/index.ts'
import type { BundleEntry } from './manifest.ts'
import type { Gathered } from './gather.ts'
import { saidBy, sourceOf } from './words.ts'

interface Story {
  readonly gathered: Gathered
  readonly madeAt: number
  readonly madeBy: string
  readonly purpose: string
  readonly publicKey: string
  readonly documents: readonly BundleEntry[]
}

const SMALL = { fontSize: 8, lineHeight: 1.2 }
const TEXT = { fontSize: 10.5, lineHeight: 1.25 }

/** The bundle told for people, in Chinese: what the file is, what happened in order, what is attached, how to check it. */
export function drawStory(story: Story): Promise<Buffer> {
  const { gathered, madeAt, madeBy } = story
  const [first] = gathered.files
  const title = first?.title ?? { zh: gathered.id, en: gathered.id }
  return drawSheet({
    title: `证据包 ${title.zh}`,
    author: madeBy,
    createdAt: madeAt,
    rest: {
      footer: (page: number, pages: number) => ({
        text: `证据包　第 ${page} 页，共 ${pages} 页`,
        ...{ alignment: 'center', fontSize: 9, lineHeight: 1, color: GREY },
      }),
    },
    content: [
      { text: '证据包', alignment: 'center', bold: true, fontSize: TITLE, lineHeight: 1.1 },
      { text: title.zh, alignment: 'center', bold: true, fontSize: 14, lineHeight: 1.2 },
      { text: title.en, alignment: 'center', color: GREY, ...SMALL, margin: [0, 0, 0, 10] },
      ...gathered.files.flatMap(fileHead),
      heading('经过 What happened'),
      ...events(gathered),
      ...attachments(story.documents),
      ...leftOut(gathered.leftOut),
      ...checking(story),
    ],
  })
}

const heading = (text: string): Node => ({
  text,
  ...{ bold: true, fontSize: 12, lineHeight: 1.2, margin: [0, 12, 0, 4] },
})

const rows = (lines: readonly (readonly [string, string])[]): Node => ({
  table: {
    widths: [120, '*'],
    body: lines.map(([label, value]) => [
      { text: label, ...TEXT, fillColor: '#f3f3f3' },
      { text: value || '–', ...TEXT },
    ]),
  },
  layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
})

const fileHead = ({ source, title, facts }: Gathered['files'][number]): Node[] => [
  heading(`${source.title.zh}：${title.zh}`),
  ...(facts.length > 0 ? [rows(facts.map(({ label, value }) => [label.zh, value]))] : []),
]

const momentOf = (at: Date): string =>
  formatInstant(at.getTime(), DEFAULT_ZONE).slice(0, 19).replace('T', ' ')

const events = ({ files, extract }: Gathered): Node[] =>
  extract.rows.map((row: Extract['rows'][number], index) => {
    const source = sourceOf(files, row.stream)
    const { name, text } = saidBy(source, row)
    return {
      stack: [
        {
          text: [
            { text: `${index + 1}．${momentOf(row.occurredAt)}　`, color: GREY },
            { text: name.zh, bold: true },
            { text: `　${row.actor}`, color: GREY },
          ],
          ...TEXT,
        },
        ...(text ? [{ text, ...TEXT, margin: [14, 0, 0, 0] }] : []),
        {
          text: `${row.stream} 第 ${row.version} 条　${row.hash}`,
          ...{ fontSize: 6.5, lineHeight: 1.2, color: GREY, margin: [14, 0, 0, 4] },
        },
      ],
    }
  })

const attachments = (documents: readonly BundleEntry[]): Node[] =>
  documents.length === 0
    ? []
    : [
        heading('附件 Documents'),
        ...documents.map(({ name, title, sha256, recorded }) => ({
          stack: [
            { text: `${title.zh}（${name}）`, ...TEXT },
            {
              text: `SHA-256 ${sha256}${recorded ? '　哈希值载于台账' : ''}`,
              ...{ fontSize: 6.5, lineHeight: 1.2, color: GREY, margin: [0, 0, 0, 3] },
            },
          ],
        })),
      ]

const leftOut = (lines: readonly Bilingual[]): Node[] =>
  lines.length === 0
    ? []
    : [heading('未纳入 Left out'), ...lines.map(({ zh, en }) => ({ text: `${zh} ${en}`, ...TEXT }))]

const checking = ({ gathered: { extract }, madeAt, madeBy, purpose, publicKey }: Story): Node[] => [
  heading('如何校验 How to check'),
  rows([
    ['制作', `${momentOf(new Date(madeAt))}　${madeBy}`],
    ['用途', purpose],
    ['事件', `${extract.rows.length} 条，其中 ${extract.unsealed} 条尚未签章（由本包签名证明）`],
    ['签章', `${extract.sealCount} 枚`],
    ['公钥', publicKey],
  ]),
  {
    text: '把整个压缩包交给 xiaoneng verify 文件名，不需要网络和数据库；改动任何一个字节都会被指出。 Run "xiaoneng verify FILE": it needs no network and no database, and names whatever was changed.',
    ...{ ...SMALL, color: GREY, margin: [0, 6, 0, 0] },
  },
]
