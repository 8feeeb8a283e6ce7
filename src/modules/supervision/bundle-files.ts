import type { Bilingual } from '#kernel/refusal.ts'
import { readStream } from '#engines/ledger/index.ts'
import type { BundleSource, LinkedFile } from '#modules/evidence/index.ts'
import { cardStream } from './card.ts'
import { getCard } from './card-commands.ts'
import { CASE_EVENT, type CaseEventPayload, caseStream } from './case-events.ts'
import { getCaseRow } from './case-view.ts'
import { getConference } from './conference/index.ts'
import { HALL_LOG } from './handled/profile.ts'
import { instantText } from './moments.ts'
import { getRule } from './rule-view.ts'

const CARD_EVENTS: Readonly<Record<string, Bilingual>> = {
  CardRaised: { zh: '发牌', en: 'Card raised' },
  CardAnswered: { zh: '单位说明', en: 'The unit answered' },
  CardJudged: { zh: '认定', en: 'Judged' },
  CardWithdrawn: { zh: '撤销', en: 'Withdrawn' },
  CardFactNoted: { zh: '补记事实', en: 'Later fact noted' },
}

const watchedId = (log: string, caseId: string): string => `${log}/${caseId}`

/** The case a card is about: as it was watched, and the file itself where it was handled here. */
const caseOf = (log: string, caseId: string): LinkedFile[] => [
  { kind: 'watched', id: watchedId(log, caseId) },
  ...(log === HALL_LOG ? [{ kind: 'case', id: caseId }] : []),
]

/** 黄红牌: with the case in which the fault lies. */
export const cardFile: BundleSource = {
  kind: 'card',
  title: { zh: '黄红牌', en: 'Card' },
  permission: 'cards.read',
  events: CARD_EVENTS,
  async open(db, id) {
    const card = await getCard(db, id)
    const { title } = getRule(card.rule)
    const [raised] = await readStream(db, cardStream(id))
    const because = (raised?.payload['because'] as Bilingual | undefined)?.zh ?? ''
    return {
      title: { zh: `${title.zh}（${card.rule}）`, en: `${title.en} (${card.rule})` },
      facts: [
        { label: { zh: '办件', en: 'Case' }, value: card.caseId },
        { label: { zh: '单位', en: 'Unit' }, value: card.unit ?? '' },
        { label: { zh: '成立时刻', en: 'Complete at' }, value: instantText(card.effectiveAt) },
        { label: { zh: '事由', en: 'Because' }, value: because },
      ],
      streams: [cardStream(id)],
      linked: caseOf(card.log, card.caseId),
    }
  },
}

/** 受监察办件: what a department's system, an import or the hall told of one case. */
export const watchedCaseFile: BundleSource = {
  kind: 'watched',
  title: { zh: '受监察办件', en: 'Watched case' },
  permission: 'cases.read',
  events: { [CASE_EVENT]: { zh: '环节', en: 'Step' } },
  say({ payload }) {
    const { activity, resource } = payload as unknown as CaseEventPayload
    const said = resource === undefined ? activity : `${activity}（${resource}）`
    return { zh: said, en: said }
  },
  async open(db, id) {
    const slash = id.indexOf('/')
    const [log, caseId] = [id.slice(0, slash), id.slice(slash + 1)]
    const row = await getCaseRow(db, log, caseId)
    return {
      title: { zh: `办件 ${caseId}`, en: `Case ${caseId}` },
      facts: [
        { label: { zh: '日志', en: 'Log' }, value: log },
        { label: { zh: '单位', en: 'Unit' }, value: row.unit ?? '' },
      ],
      streams: [caseStream(log, caseId)],
      linked: log === HALL_LOG ? [{ kind: 'case', id: caseId }] : [],
    }
  },
}

/** 联席会议: with the findings that lay before it, as far as the reader sees them. */
export const conferenceFile: BundleSource = {
  kind: 'conference',
  title: { zh: '行政监督联席会议', en: 'Joint conference' },
  permission: 'conference.read',
  events: {
    ConferenceCalled: { zh: '召集', en: 'Called' },
    ConferenceHeld: { zh: '召开', en: 'Held' },
    ConferenceCancelled: { zh: '取消', en: 'Cancelled' },
    RulingReported: { zh: '报告落实', en: 'Ruling reported' },
    RulingConfirmed: { zh: '确认落实', en: 'Ruling confirmed' },
    RulingSentBack: { zh: '退回', en: 'Ruling sent back' },
    RulingTakenUp: { zh: '再次会议研究', en: 'Ruling taken up again' },
  },
  async open(db, id) {
    const { agenda, held, on, convener, rulings } = await getConference(db, id)
    return {
      title: { zh: `第 ${id} 次行政监督联席会议`, en: `Joint conference ${id}` },
      facts: [
        { label: { zh: '日期', en: 'Day' }, value: held?.on ?? on },
        { label: { zh: '召集人', en: 'Convener' }, value: convener },
        { label: { zh: '纪要', en: 'Minutes' }, value: held?.minutes ?? '' },
        ...rulings.map(({ number, text, unit, dueOn }) => ({
          label: { zh: `决定 ${number}`, en: `Ruling ${number}` },
          value: `${text}（${unit}，${dueOn}）`,
        })),
      ],
      streams: [`conference/${id}`],
      linked: agenda.flatMap((item) =>
        item.kind === 'finding' ? [{ kind: 'finding', id: item.finding }] : [],
      ),
    }
  },
}
