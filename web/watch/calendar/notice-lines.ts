import { isDay } from '#kernel/day.ts'

export interface NoticeDay {
  readonly day: string
  readonly name: string
  readonly kind: 'off' | 'work'
}

export type NoticeLines =
  { readonly days: readonly NoticeDay[] } | { readonly wrongLine: number; readonly wrongText: string }

const WORDS: Readonly<Record<string, 'off' | 'work'>> = {
  放假: 'off',
  off: 'off',
  上班: 'work',
  work: 'work',
}

/** `2027-01-01 元旦 放假`, one day a line; says which line it cannot read. */
export function readNoticeLines(text: string): NoticeLines {
  const days: NoticeDay[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const [day = '', name = '', word = ''] = line.trim().split(/[\s,，]+/)
    if (!day) continue
    const kind = WORDS[word]
    if (!isDay(day) || !name || !kind) return { wrongLine: index + 1, wrongText: line.trim() }
    days.push({ day, name, kind })
  }
  return { days }
}
