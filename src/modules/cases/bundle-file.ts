import type { Db } from '#kernel/sql.ts'
import type { BundleDocument, BundleReader, BundleSource } from '#modules/evidence/index.ts'
import {
  findNoticesAbout,
  noticeStream,
  type PaperServices,
  preparePaper,
  type StoredNotice,
} from '#modules/notices/index.ts'
import type { LivingCase } from './case.ts'
import { caseStream } from './case-events.ts'
import { refuse } from './refusals.ts'
import { findFile, findStates } from './store.ts'
import { uploadsOf } from './uploads.ts'

/** 办件: its events, its papers with names masked, and what the applicant handed in, for whoever may read the file. */
export const caseFile = (services: PaperServices): BundleSource => ({
  kind: 'case',
  title: { zh: '办件卷宗', en: 'File of a case' },
  permission: 'files.read',
  async open(db, caseNo, reader) {
    const listed = await findFile(db, caseNo)
    const [stored] = await findStates(db, [caseNo])
    if (!listed || !stored) throw refuse('case.not-found', { caseNo })
    const { name } = stored.state.plan
    const notices = await findNoticesAbout(db, caseStream(caseNo))
    return {
      title: { zh: `${name.zh} ${caseNo}`, en: `${name.en} ${caseNo}` },
      facts: [
        { label: { zh: '事项', en: 'Item' }, value: name.zh },
        { label: { zh: '承办单位', en: 'Unit' }, value: listed.unit },
        { label: { zh: '申请人（脱敏）', en: 'Applicant, masked' }, value: listed.applicantMasked },
      ],
      streams: [caseStream(caseNo), ...notices.map(({ notice }) => noticeStream(notice))],
      documents: [
        ...(await papersOf(db, notices, services, reader)),
        ...(await handedIn(db, stored.state, services, reader)),
      ],
    }
  },
})

async function papersOf(
  db: Db,
  notices: readonly StoredNotice[],
  services: PaperServices,
  { account, now }: BundleReader,
): Promise<BundleDocument[]> {
  const papers: BundleDocument[] = []
  for (const notice of notices) {
    const paper = await preparePaper(db, notice, services, { actor: account, now, masked: true })
    const title = { zh: `文书 ${notice.number}（脱敏件）`, en: `Paper ${notice.number}, names masked` }
    papers.push({ name: paper.fileName, title, recorded: false, bytes: paper.draw })
  }
  return papers
}

async function handedIn(
  db: Db,
  state: LivingCase,
  { vault }: PaperServices,
  { account, now, purpose }: BundleReader,
): Promise<BundleDocument[]> {
  const nameOf = (code: string) => state.plan.materials.find((one) => one.code === code)?.name ?? code
  const files: BundleDocument[] = []
  for (const { file, material } of await uploadsOf(vault, db, state)) {
    const { name, bytes } = await vault.readFile(db, file, { purpose }, { by: account, at: now })
    const title = { zh: `材料：${nameOf(material)}`, en: `Material: ${nameOf(material)}` }
    files.push({ name, title, recorded: false, bytes: () => Promise.resolve(bytes) })
  }
  return files
}
