import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Node } from 'pdfmake'
import { refuse } from './refusals.ts'

const NOTO = fileURLToPath(new URL('../../../assets/fonts/', import.meta.url))

let fonts = { normal: join(NOTO, 'NotoSansSC-Regular.ttf'), bold: join(NOTO, 'NotoSansSC-Bold.ttf') }

/**
 * The office's own fonts, TrueType files in a folder of its own: `body.ttf` for the text (仿宋), `title.ttf` for head and
 * titles (小标宋). GB/T 9704 asks for these, and they are not free to pass on; without them Noto Sans SC is used.
 */
export function usePaperFonts(folder: string): void {
  const [normal, bold] = [join(folder, 'body.ttf'), join(folder, 'title.ttf')]
  const missing = [normal, bold].find((file) => !existsSync(file))
  if (missing) throw refuse('notice.no-font', { file: missing })
  fonts = { normal, bold }
}

/** Loaded with the first paper: it takes as long as half of the server, and no start should wait for it. */
async function printer() {
  const { default: pdfmake } = await import('pdfmake')
  const { normal, bold } = fonts
  pdfmake.setFonts({ Paper: { normal, bold, italics: normal, bolditalics: bold } })
  // A paper is made of what we give it: nothing is fetched, no other file is opened.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold)
  return pdfmake
}

export const MM = 72 / 25.4
/** GB/T 9704-2012 §5: A4, 37 mm above and 28 mm left of the text; 22 lines of 28 signs on 156 × 225 mm. */
export const PAGE = { top: 37 * MM, left: 28 * MM, right: 26 * MM, bottom: 35 * MM }
/** 3号: a little under 16 points, so that 28 signs fill 156 mm and no line is stretched. */
export const BODY = 15.75
export const TITLE = 22
/** The font's own line is 1.448 of its size; 22 lines fill 225 mm. */
const LINE = (225 * MM) / 22 / (BODY * 1.448)
export const RED = '#c8102e'
export const GREY = '#555555'

interface Sheet {
  readonly title: string
  readonly author: string
  readonly createdAt: number
  readonly rest: Node
  readonly content: readonly Node[]
}

/** Draws A4 pages with a CJK font inside and nothing to fetch. */
export const drawSheet = async ({ title, author, createdAt, rest, content }: Sheet): Promise<Buffer> =>
  (await printer())
    .createPdf({
      pageSize: 'A4',
      pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
      defaultStyle: { font: 'Paper', fontSize: BODY, lineHeight: LINE },
      language: 'zh-CN',
      info: { title, author, creationDate: new Date(createdAt) },
      ...rest,
      content,
    })
    .getBuffer()
