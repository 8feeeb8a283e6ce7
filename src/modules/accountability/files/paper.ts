import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { limitInWords, parseLimit } from '#engines/clocks/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { getNotice, type Paper, type PaperServices, preparePaper } from '#modules/notices/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import type { AccountabilityFile } from './file.ts'
import { refuse } from './refusals.ts'

/**
 * The decision as a paper (GB/T 9704). What the notice holds is its number, its day and a hash; name, facts and measure are put
 * in here, for a reader who may see the file.
 */
export async function measurePaperOf(
  db: Db,
  file: AccountabilityFile,
  services: PaperServices,
  { actor, now }: { readonly actor: string; readonly now: EpochMs },
): Promise<Paper> {
  const { decided, subject } = file
  if (!decided) throw refuse('accountability.not-decided', { file: file.file })
  const [person] = subject.account === null ? [] : await findPeople(db, [subject.account])
  const unit = (await findUnit(db, subject.unit))?.name ?? subject.unit
  const notice = await getNotice(db, decided.notice)
  const data = {
    ...notice.data,
    caseNo: file.file,
    heading: `${file.instrument.name.zh}决定书`,
    addressee: person ? `${unit}　${person.name}` : unit,
    lead: sentencesOf(file),
    lines: file.evidence.map(({ text, reference }) => (reference ? `${text}（${reference}）` : text)),
    closing: closingOf(file),
  }
  return preparePaper(db, { ...notice, data }, services, { actor, now, masked: true })
}

function sentencesOf({ facts, basis, decided, instrument, statement }: AccountabilityFile): string[] {
  const until = decided?.until ? `，期限自 ${decided.from} 至 ${decided.until}，期满自动解除` : ''
  return [
    `经查：${facts}`,
    statement
      ? '作出本决定前，已告知你（单位）拟处理的事实、依据和处理，听取了陈述申辩。'
      : '作出本决定前，已告知你（单位）拟处理的事实、依据和处理；期限内未提出陈述申辩。',
    `依据：${basis}。`,
    `决定：给予${instrument.name.zh}${until}。`,
    decided?.dueBy ? `请于 ${decided.dueBy} 前按要求完成。` : '',
    '认定上述事实的证据：',
  ].filter((line) => line !== '')
}

function closingOf({ instrument }: AccountabilityFile): string[] {
  const [first] = instrument.appeal
  if (!first) return []
  const within = limitInWords(parseLimit(first.ask)).zh
  const skipping = instrument.appeal.find(({ direct }) => direct)
  const direct = skipping?.direct
    ? `也可以不经${first.name.zh}，自收到之日起 ${limitInWords(parseLimit(skipping.direct)).zh} 内直接提出${skipping.name.zh}。`
    : ''
  return [
    `不服本决定的，可以自收到之日起 ${within} 内申请${first.name.zh}（${first.basis}）。${direct}${first.name.zh}期间不停止执行，不因此加重处理。`,
    '本决定抄送组织人事部门。',
  ]
}
