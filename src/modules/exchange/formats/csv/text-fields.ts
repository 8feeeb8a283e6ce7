import type { Fields } from './csv-parser.ts'

/** A record of texts in the form in which the table writer takes records: bytes and places. */
export interface TextFields {
  readonly window: Buffer
  readonly fields: Fields
  fill(texts: readonly (string | undefined)[]): void
}

export function textFields(): TextFields {
  let window: Buffer = Buffer.allocUnsafe(64 * 1024)
  let fields = fieldsFor(64)
  return {
    get window() {
      return window
    },
    get fields() {
      return fields
    },
    fill(texts) {
      if (texts.length > fields.from.length) fields = fieldsFor(texts.length * 2)
      const { from, to } = fields
      fields.count = texts.length
      let used = 0
      for (let place = 0; place < texts.length; place++) {
        const text = texts[place]
        from[place] = used
        if (text) {
          // A UTF-16 unit takes at most three bytes of UTF-8.
          if (used + text.length * 3 > window.length)
            window = wider(window, used, (used + text.length * 3) * 2)
          used += window.write(text, used, 'utf8')
        }
        to[place] = used
      }
    },
  }
}

function wider(window: Buffer, used: number, length: number): Buffer {
  const room = Buffer.allocUnsafe(length)
  window.copy(room, 0, 0, used)
  return room
}

const fieldsFor = (most: number): Fields => ({
  count: 0,
  from: new Int32Array(most),
  to: new Int32Array(most),
  same: new Uint8Array(most),
})
