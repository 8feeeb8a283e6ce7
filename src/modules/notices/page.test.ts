import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { drawForm } from './form-sheet.ts'
import { usePaperFonts } from './page.ts'

const NOTO = fileURLToPath(new URL('../../../assets/fonts/', import.meta.url))
const drawing = {
  ...{ caseNo: '260302-000001-0', itemName: '食品经营许可', unitName: '规划局', applicant: '王小明' },
  lines: [{ label: '使用面积', answer: '120' }],
  ...{ filledAt: '2026-03-02T09:00:00+08:00', corrected: false, sha256: 'ab'.repeat(32) },
  trackUrl: 'https://example.gov.cn/track/260302-000001-0',
}

test('papers are set in the fonts of the office; a folder without them is refused by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-fonts-'))
  copyFileSync(join(NOTO, 'NotoSansSC-Regular.ttf'), join(folder, 'body.ttf'))
  expect(() => usePaperFonts(folder)).toThrow('title.ttf')
  copyFileSync(join(NOTO, 'NotoSansSC-Bold.ttf'), join(folder, 'title.ttf'))
  usePaperFonts(folder)
  expect((await drawForm(drawing)).subarray(0, 5).toString()).toBe('%PDF-')
  rmSync(folder, { recursive: true })
})
