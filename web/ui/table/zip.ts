/** Files by name as one ZIP, stored without compression (PKWARE APPNOTE 6.3): enough for a workbook of some pages. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const path = encoder.encode(name)
    const content = encoder.encode(text)
    const facts = [VERSION, UTF8_NAMES, STORED, MIDNIGHT, FIRST_DAY]
    const sizes = [crc32(content), content.length, content.length]
    const local = record(0x04034b50, facts, sizes, [path.length, 0])
    directory.push(record(0x02014b50, [VERSION, ...facts], sizes, [path.length, 0, 0, 0, 0], [0, at]), path)
    parts.push(local, path, content)
    at += local.length + path.length + content.length
  }
  const count = Object.keys(files).length
  const listed = directory.reduce((sum, part) => sum + part.length, 0)
  const end = record(0x06054b50, [0, 0, count, count], [listed, at], [0])
  return joined([...parts, ...directory, end])
}

const VERSION = 20
const UTF8_NAMES = 0x0800
const STORED = 0
const MIDNIGHT = 0
/** 1980-01-01, the first day that a ZIP can name: the same rows give the same file. */
const FIRST_DAY = 0x21

/** The signature, then groups in turn of two bytes and of four, all little-endian. */
function record(signature: number, ...groups: ReadonlyArray<readonly number[]>): Uint8Array {
  const length = groups.reduce((sum, group, index) => sum + group.length * (index % 2 === 0 ? 2 : 4), 4)
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, signature, true)
  let at = 4
  for (const [index, group] of groups.entries()) {
    for (const value of group) {
      if (index % 2 === 0) view.setUint16(at, value, true)
      else view.setUint32(at, value, true)
      at += index % 2 === 0 ? 2 : 4
    }
  }
  return new Uint8Array(view.buffer)
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
