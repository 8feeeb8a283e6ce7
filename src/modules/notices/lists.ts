import type { Projection } from '#engines/ledger/index.ts'
import { type NoticeEvent, noticeOf } from './notice-events.ts'
import { listNoticeEvent } from './store.ts'

export const noticeLists: Projection = {
  name: 'notices',
  tables: ['notice_number', 'notice_list'],
  async apply(db, events) {
    for (const { stream, type, payload, actor } of events) {
      const notice = noticeOf(stream)
      // The ledger holds what `issue.ts` wrote; the chain vouches that it is still the same.
      if (notice !== undefined)
        await listNoticeEvent(db, notice, { type, ...payload } as unknown as NoticeEvent, actor)
    }
  },
}
