import { utf8Of } from '../../source/encoding.ts'
import { feed } from '../../source/window.ts'
import { xmlScanner, type XmlTag } from '../../xml/scanner.ts'

/** An element as the readers of a workbook see it: local name, and attributes when asked for. */
export interface WorkbookReader {
  open(name: string, attribute: (name: string) => string | undefined): void
  close(name: string): void
  text(text: string): void
}

const NAME = 'xlsx'

/** Runs a part of the workbook through a reader; pauses after each piece. */
export async function* readPart(
  content: AsyncIterable<Buffer>,
  reader: WorkbookReader,
  tokenBytes: number,
): AsyncGenerator<void> {
  const names: string[] = []
  const local = (window: Buffer, from: number, to: number): string => {
    const name = window.toString('latin1', from, to)
    return name.slice(name.indexOf(':') + 1)
  }
  const scanner = xmlScanner({
    open(window, tag) {
      const name = local(window, tag.nameFrom, tag.nameTo)
      reader.open(name, (asked) => attributeOf(window, tag, asked))
      if (tag.empty) reader.close(name)
      else names.push(name)
      return false
    },
    close() {
      reader.close(names.pop() ?? '')
    },
    text: (window, from, to) => reader.text(window.toString('utf8', from, to)),
  })
  yield* feed(utf8Of(content, { name: NAME, guessGb18030: false }), scanner, tokenBytes)
}

function attributeOf(window: Buffer, { attributes }: XmlTag, asked: string): string | undefined {
  for (let index = 0; index < attributes.count; index++) {
    if (window.toString('latin1', attributes.nameFrom[index], attributes.nameTo[index]) === asked) {
      return window.toString('utf8', attributes.valueFrom[index], attributes.valueTo[index])
    }
  }
  return undefined
}
