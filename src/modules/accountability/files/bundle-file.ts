import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import type { BundleDocument, BundleReader, BundleSource } from '#modules/evidence/index.ts'
import { noticeStream, type PaperServices } from '#modules/notices/index.ts'
import { getFile } from './commands.ts'
import type { AccountabilityFile } from './file.ts'
import { fileStream } from './lists.ts'
import { measurePaperOf } from './paper.ts'

const EVENTS: Readonly<Record<string, Bilingual>> = {
  FileProposed: { zh: '提出', en: 'Proposed' },
  FileNoticed: { zh: '告知', en: 'Noticed' },
  StatementGiven: { zh: '陈述申辩', en: 'Statement' },
  HearingHeld: { zh: '听取', en: 'Heard' },
  DecisionAgreed: { zh: '同意', en: 'Agreed' },
  FileDecided: { zh: '决定', en: 'Decided' },
  DecisionServed: { zh: '送达', en: 'Served' },
  AppealLodged: { zh: '申诉', en: 'Appeal' },
  AppealDecided: { zh: '申诉决定', en: 'Appeal decided' },
  EffectEnded: { zh: '影响期满', en: 'Effect ended' },
  FileDropped: { zh: '不予处理', en: 'Dropped' },
  WithdrawalProposed: { zh: '拟撤回', en: 'Withdrawal proposed' },
  WithdrawalRefused: { zh: '不同意撤回', en: 'Withdrawal refused' },
  AppealJudgeNamed: { zh: '指定申诉决定人', en: 'Named for the appeal' },
  FileWithdrawn: { zh: '撤销', en: 'Withdrawn' },
  FileClosed: { zh: '办结', en: 'Closed' },
}

/**
 * 问责案卷 with the decision as a paper. Its subject and his unit get the head of it: how it was deliberated stays with those who
 * decided.
 */
export const measureFile = (services: PaperServices): BundleSource => ({
  kind: 'accountability',
  title: { zh: '问责案卷', en: 'File of a measure' },
  permission: 'accountability.read',
  events: EVENTS,
  async open(db, id, reader) {
    const file = await getFile(db, id)
    // Also of a supervisor or a leader who is its subject himself.
    const held = db.scope.reach !== 'jurisdiction' || file.subject.account === reader.account
    return {
      title: { zh: `问责案卷 ${id}`, en: `Measure ${id}` },
      facts: [
        { label: { zh: '单位', en: 'Unit' }, value: file.subject.unit },
        { label: { zh: '种类', en: 'Instrument' }, value: file.instrument.name.zh },
        { label: { zh: '阶段', en: 'Stage' }, value: file.stage },
      ],
      streams: held ? [] : [fileStream(id), ...(file.decided ? [noticeStream(file.decided.notice)] : [])],
      documents: held ? [] : await papersOf(db, file, { services, reader }),
      linked: file.findings.map((finding) => ({ kind: 'finding', id: finding })),
      leftOut: held ? [{ zh: '内部办理过程不对外提供', en: 'How it was deliberated is not given out' }] : [],
    }
  },
})

/** Set anew for each reader: its number and its hash stand in the stream of the notice. */
async function papersOf(
  db: Db,
  file: AccountabilityFile,
  { services, reader }: { readonly services: PaperServices; readonly reader: BundleReader },
): Promise<BundleDocument[]> {
  if (!file.decided) return []
  const paper = await measurePaperOf(db, file, services, { actor: reader.account, now: reader.now })
  const { number } = file.decided
  const title = { zh: `决定书 ${number}`, en: `Decision ${number}` }
  return [{ name: paper.fileName, title, recorded: false, bytes: paper.draw }]
}
