import { crc32 } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const [LOCAL_BYTES, CENTRAL_BYTES, END_BYTES] = [30, 46, 22]
/** Version 2.0 of the format; names in UTF-8; stored; 1 January 1980, the first day that ZIP knows. */
const [VERSION, UTF8, STORED, NO_TIME, FIRST_DAY] = [20, 0x0800, 0, 0, 0x21]

/** What stands both before an entry and in the list at the end: from the version to the length of the name. */
function head(name: Buffer, bytes: Uint8Array): Buffer {
  const room = Buffer.alloc(26)
  room.writeUInt16LE(VERSION, 0)
  room.writeUInt16LE(UTF8, 2)
  room.writeUInt16LE(STORED, 4)
  room.writeUInt16LE(NO_TIME, 6)
  room.writeUInt16LE(FIRST_DAY, 8)
  room.writeUInt32LE(crc32(bytes), 10)
  room.writeUInt32LE(bytes.length, 14)
  room.writeUInt32LE(bytes.length, 18)
  room.writeUInt16LE(name.length, 22)
  return room
}

const uint32 = (value: number): Buffer => {
  const room = Buffer.alloc(4)
  room.writeUInt32LE(value)
  return room
}

/** A ZIP of these entries in this order; the same entries always give the same bytes. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Uint8Array[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const written = Buffer.from(name)
    const shared = head(written, bytes)
    parts.push(uint32(LOCAL), shared, written, bytes)
    // Of the 46 bytes of a listing the shared 26 follow its maker's version; no comment, disk 0, no attributes.
    const listing = Buffer.alloc(CENTRAL_BYTES)
    listing.writeUInt32LE(CENTRAL, 0)
    listing.writeUInt16LE(VERSION, 4)
    shared.copy(listing, 6)
    listing.writeUInt32LE(at, 42)
    list.push(listing, written)
    at += LOCAL_BYTES + written.length + bytes.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

export interface Unzipped {
  readonly entries: readonly Entry[]
  /** The first byte, from 0, that `zipOf` would not have written around these entries; undefined: there is none. */
  readonly differsAt: number | undefined
}

/** Reads the entries from the front as far as they go, and says whether anything beside them was touched. */
export function unzip(bytes: Buffer): Unzipped {
  const entries: Entry[] = []
  let at = 0
  while (at + LOCAL_BYTES <= bytes.length && bytes.readUInt32LE(at) === LOCAL) {
    const length = bytes.readUInt32LE(at + 18)
    const nameEnd = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26)
    if (nameEnd + length > bytes.length) break
    entries.push({
      name: bytes.toString('utf8', at + LOCAL_BYTES, nameEnd),
      bytes: bytes.subarray(nameEnd, nameEnd + length),
    })
    at = nameEnd + length
  }
  return { entries, differsAt: firstDifference(bytes, zipOf(entries)) }
}

function firstDifference(found: Buffer, expected: Buffer): number | undefined {
  if (found.equals(expected)) return undefined
  const shorter = Math.min(found.length, expected.length)
  for (let at = 0; at < shorter; at++) if (found[at] !== expected[at]) return at
  return shorter
}
