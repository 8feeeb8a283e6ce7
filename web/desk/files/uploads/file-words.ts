import { sayNumber } from '#ui/index.ts'

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/ofd': 'OFD',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
  'image/heic': 'HEIC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
}

export const kindText = (mediaType: string): string => KINDS[mediaType] ?? mediaType

export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${sayNumber(bytes / 1024 / 1024)} MB`

/** How a file is shown inside the page; everything else is downloaded. Browsers do not draw HEIC. */
export function showingOf(mediaType: string): 'picture' | 'document' | 'download' {
  if (mediaType === 'application/pdf') return 'document'
  return ['image/jpeg', 'image/png', 'image/webp'].includes(mediaType) ? 'picture' : 'download'
}
