import type { Bilingual } from '#kernel/refusal.ts'
import { readStream, type StoredEvent } from '#engines/ledger/index.ts'
import type { BundleSource, LinkedFile } from '#modules/evidence/index.ts'
import { type FactSource, findingStream, standing } from './finding.ts'
import { refuse } from './refusals.ts'
import { keepsBack, readerOf, shownTo } from './shown.ts'
import { findStored } from './store.ts'

const EVENTS: Readonly<Record<string, Bilingual>> = {
  FindingOpened: { zh: '立为问题', en: 'Opened' },
  FindingJoined: { zh: '并入同一事实', en: 'Same fact joined' },
  FindingReleased: { zh: '向单位公开', en: 'Released' },
  FindingAnswered: { zh: '单位说明、申辩', en: 'The unit answered' },
  HandlerTook: { zh: '接手办理', en: 'Taken on' },
  HandlerRecused: { zh: '回避', en: 'Stood aside' },
  FindingDisposed: { zh: '处置', en: 'Disposed of' },
  RemedyRecorded: { zh: '补救', en: 'Remedy' },
  ReviewAsked: { zh: '申请复核', en: 'Review asked' },
  ReviewDecided: { zh: '复核决定', en: 'Review decided' },
  SourceWithdrawn: { zh: '撤销来源', en: 'Source withdrawn' },
  FindingWithdrawn: { zh: '撤销', en: 'Withdrawn' },
}

/** Whether somebody sealed told of it: who that was stands in the stream for ever. */
const everSealed = (events: readonly StoredEvent[]): boolean =>
  events.some(({ payload }) => (payload['from'] as FactSource | undefined)?.sealed === true)

/** `card/…` and the like; what has no file of its own is passed over when the bundle is made. */
const fileOf = (stream: string): LinkedFile => {
  const slash = stream.indexOf('/')
  return { kind: stream.slice(0, slash), id: stream.slice(slash + 1) }
}

/** 问题发现, with what it came from. Nobody gets the stream of one that holds a sealed source he
 * does not see, and a unit never one that ever held any. */
export const findingFile: BundleSource = {
  kind: 'finding',
  title: { zh: '问题发现', en: 'Finding' },
  permission: 'findings.read',
  events: EVENTS,
  say: ({ payload }) => {
    const fact = (payload['from'] as FactSource | undefined)?.fact
    return fact === undefined ? undefined : { zh: fact, en: fact }
  },
  async open(db, id) {
    const stored = await findStored(db, id)
    const found = shownTo(stored, readerOf(db))
    if (!stored || !found) throw refuse('finding.not-found', { finding: id })
    const sources = standing(found.state)
    const unitOnly = db.scope.reach === 'unit'
    const held = (unitOnly || keepsBack(stored, found)) && everSealed(await readStream(db, findingStream(id)))
    return {
      title: { zh: `问题 ${id}`, en: `Finding ${id}` },
      facts: [
        { label: { zh: '单位', en: 'Unit' }, value: found.state.unit },
        ...sources.map(({ fact }) => ({ label: { zh: '事实', en: 'Fact' }, value: fact })),
      ],
      streams: held ? [] : [findingStream(id)],
      linked: sources.map(({ sourceId }) => fileOf(sourceId)),
      leftOut: held
        ? [{ zh: '本问题的办理记录不对外提供', en: 'The record of this finding is not given out' }]
        : [],
    }
  },
}
