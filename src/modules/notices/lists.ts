import type { Projection } from '#engines/ledger/index.ts'
import { type NoticeEvent, noticeOf } from './notice-events.ts'
import { keepNumbers, type Listed, listIssued, listNoticeEvent } from './store.ts'

export const noticeLists: Projection = {
  name: 'notices',
  tables: ['notice_number', 'notice_list'],
  async apply(db, events) {
    const issued: Listed[] = []
    const later: { notice: string; event: Exclude<NoticeEvent, { type: 'NoticeIssued' }> }[] = []
    for (const { stream, type, payload, actor } of events) {
      const notice = noticeOf(stream)
      if (notice === undefined) continue
      // The ledger holds what `issue.ts` wrote; the chain vouches that it is still the same.
      const event = { type, ...payload } as unknown as NoticeEvent
      if (event.type !== 'NoticeIssued') later.push({ notice, event })
      else {
        const { type: _, ...paper } = event
        issued.push({ notice, actor, issued: paper })
      }
    }
    // A paper is issued before anything else happens to it.
    if (issued.length > 0) {
      const papers = issued.map((one) => one.issued)
      await keepNumbers(db, papers)
      await listIssued(db, issued)
    }
    for (const { notice, event } of later) await listNoticeEvent(db, notice, event)
  },
}
