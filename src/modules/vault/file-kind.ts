import { fileTypeFromBuffer } from 'file-type'
import { refuse } from './refusals.ts'

interface FileKind {
  readonly mediaType: string
  readonly title: string
  /** The endings under which it comes. */
  readonly endings: readonly string[]
}

/** What a counter can open and print. Nothing in this list runs by being opened. */
const KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', title: 'PDF', endings: ['pdf'] },
  { mediaType: 'application/ofd', title: 'OFD', endings: ['ofd'] },
  { mediaType: 'image/jpeg', title: 'JPG', endings: ['jpg', 'jpeg', 'jfif'] },
  { mediaType: 'image/png', title: 'PNG', endings: ['png'] },
  { mediaType: 'image/webp', title: 'WEBP', endings: ['webp'] },
  { mediaType: 'image/heic', title: 'HEIC', endings: ['heic', 'heif'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    title: 'DOCX',
    endings: ['docx'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    title: 'XLSX',
    endings: ['xlsx'],
  },
]

/** What a telephone records: taken as evidence of an inspection, never with an application. */
const SOUNDS: readonly FileKind[] = [
  { mediaType: 'video/webm', title: 'WEBM', endings: ['webm', 'weba'] },
  { mediaType: 'audio/ogg', title: 'OGG', endings: ['ogg', 'opus'] },
  { mediaType: 'audio/x-m4a', title: 'M4A', endings: ['m4a', 'mp4'] },
  { mediaType: 'audio/mp4', title: 'M4A', endings: ['m4a', 'mp4'] },
  { mediaType: 'audio/mpeg', title: 'MP3', endings: ['mp3'] },
  { mediaType: 'audio/wav', title: 'WAV', endings: ['wav'] },
]

/** The kind by the content. A name that says something else is refused: somebody errs, or somebody tries. */
export async function kindOfFile(
  name: string,
  bytes: Uint8Array,
  { sounds = false }: { readonly sounds?: boolean } = {},
): Promise<string> {
  const found = await fileTypeFromBuffer(bytes)
  const mediaType = found?.ext === 'zip' && isOfd(bytes) ? 'application/ofd' : found?.mime
  const kind = [...KINDS, ...(sounds ? SOUNDS : [])].find((one) => one.mediaType === mediaType)
  if (!kind) throw refuse('vault.file-kind')
  const said = /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase()
  if (said !== undefined && !kind.endings.includes(said))
    throw refuse('vault.file-lies', { said, found: kind.title })
  return kind.mediaType
}

/** The usual ending of a kind, for a file that was named without one. */
export const endingOf = (mediaType: string): string =>
  [...KINDS, ...SOUNDS].find((one) => one.mediaType === mediaType)?.endings[0] ?? 'bin'

/** GB/T 33190-2016: a ZIP with `OFD.xml` at its root, named in the local header or the directory at the end. */
const isOfd = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('OFD.xml')

/** A name as it may be shown and offered for download: no folders, no control or direction signs, not too long. */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .replace(/^\.+/, '')
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  const stem = clean.slice(0, clean.length - ending.length)
  return ([...stem].slice(0, 120).join('') || '文件') + ending
}
