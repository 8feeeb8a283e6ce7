import type { Module } from '#kernel/module.ts'

export {
  type Entry,
  getNotice,
  hashOfNotice,
  type IssuedNotice,
  issueNotice,
  type NewNotice,
  serveNotice,
  withdrawNotice,
} from './issue.ts'
export { drawForm, type FormDrawing } from './form-sheet.ts'
export { noticeLists } from './lists.ts'
export { noticeStream } from './notice-events.ts'
export type { Node } from 'pdfmake'
export { drawSheet, GREY, TITLE, usePaperFonts } from './page.ts'
export { type Paper, type PaperServices, preparePaper } from './paper.ts'
export { noticeRoutes, type NoticeServices, rowOf as noticeRow } from './routes.ts'
export { type BySeries, reserveNumbers, type ToldNotices, toldNotices } from './told-notices.ts'
export { findNoticesAbout, type StoredNotice } from './store.ts'

/** 文书: papers that go out, numbered without gaps, that anyone can check. */
export const notices: Module = {
  name: 'notices',
  title: { zh: '文书', en: 'Notices' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access', 'vault'],
}
