import { dayNumber, type EpochMs } from '#kernel/day.ts'
import { type Bilingual, isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { citeNotice, isWeekend } from '#engines/calendar/index.ts'
import { type DayStep, findStatutoryRule, formatLimit } from '#engines/clocks/index.ts'
import { type ClockRow, explainClock } from '#engines/clocks/stored/index.ts'
import type { LivingCase } from './case.ts'
import type { FileClockPanel } from './contract.ts'
import { findStates } from './store.ts'
import { clocksOfCase, instantOrNull, instantText } from './views.ts'

const TITLES: Readonly<Record<FileClockPanel['limit'], Bilingual>> = {
  answer: { zh: '受理答复时限', en: 'Limit for the answer' },
  statutory: { zh: '法定时限', en: 'Statutory limit' },
  committed: { zh: '承诺时限', en: 'Committed limit' },
  delivery: { zh: '送达时限', en: 'Limit for delivery' },
  validity: {
    zh: '决定是否延续的期限（证照有效期届满）',
    en: 'Limit for deciding on the renewal: the end of the licence',
  },
  step: { zh: '环节时限', en: 'Limit of a step' },
  'hearing-request': { zh: '申请听证期限', en: 'Time to ask for a hearing' },
  hearing: { zh: '组织听证时限', en: 'Limit for holding the hearing' },
  joint: { zh: '联合审批共同时限', en: 'Common limit of joint handling' },
  branch: { zh: '分支时限', en: 'Limit of a branch' },
  urgency: { zh: '答复急件申请时限', en: 'Limit for answering the request for the express lane' },
  urgent: { zh: '急件时限', en: 'Limit of the express lane' },
  special: { zh: '特别程序所需时间', en: 'Time of the special procedure' },
  visit: { zh: '指派核查人员时限', en: 'Limit for naming who goes to the site' },
  ruling: { zh: '协调机构裁定时限', en: 'Limit for the coordinator’s ruling' },
}

const ORDER: ReadonlyArray<FileClockPanel['limit']> = [
  'urgent',
  'special',
  'committed',
  'statutory',
  'validity',
  'answer',
  'hearing-request',
  'hearing',
  'visit',
  'urgency',
  'joint',
  'branch',
  'ruling',
  'step',
  'delivery',
]

/** Every clock of a case with its ribbon and the reasons for its date, also as they were known at an earlier moment. */
export async function clockPanels(
  db: Db,
  caseNo: string,
  { asOf }: { readonly asOf: EpochMs | undefined },
): Promise<FileClockPanel[]> {
  const [stored] = await findStates(db, [caseNo])
  const panels: FileClockPanel[] = []
  for (const row of await clocksOfCase(db, { caseNo, renews: stored?.state.renews })) {
    const panel = await panelOf(db, row, asOf)
    if (panel) panels.push(named(panel, stored?.state))
  }
  return panels.sort((a, b) => ORDER.indexOf(a.limit) - ORDER.indexOf(b.limit))
}

/** 分支 has the name of its department's part, so that several of them are told apart. */
function named(panel: FileClockPanel, state: LivingCase | undefined): FileClockPanel {
  const branch =
    panel.limit === 'branch' && state?.plan.joint?.branches.find(({ code }) => code === panel.step)
  if (!branch) return panel
  const { zh, en } = branch.name
  return { ...panel, title: { zh: `${zh}时限`, en: `Limit: ${en || zh}` } }
}

async function panelOf(
  db: Db,
  row: ClockRow,
  asOf: EpochMs | undefined,
): Promise<FileClockPanel | undefined> {
  const explained = await explainClock(db, row.id, asOf === undefined ? {} : { asOf }).catch(notKnownThen)
  if (!explained) return undefined
  const { answer, chain, changes, terms } = explained
  const [limit = 'step', step = null] = row.id.split('/').slice(1) as [FileClockPanel['limit'], string?]
  const rule = terms.rule === undefined ? undefined : findStatutoryRule(terms.rule)
  return {
    clock: row.id,
    limit,
    step,
    title: TITLES[limit],
    rule: terms.rule ?? null,
    basis: terms.citation ?? rule?.citation ?? '',
    length: formatLimit(terms.limit),
    status: row.status,
    startedAt: instantText(row.startedAt),
    stoppedAt: instantOrNull(row.stoppedAt),
    dueAt: instantOrNull(answer.at),
    provisional: answer.provisional,
    reasons: answer.reasons.map(({ zh, en }) => ({ zh, en })),
    days: chain.map(dayOf),
    changes: changes.map(({ at, from, to, why }) => ({
      at: instantText(at),
      from: instantOrNull(from),
      to: instantOrNull(to),
      why,
    })),
  }
}

/** At an earlier moment a clock may not have been there yet. */
function notKnownThen(error: unknown): undefined {
  if (isRefusal(error)) return undefined
  throw error
}

const dayOf = (step: DayStep): FileClockPanel['days'][number] => ({
  day: step.day,
  kind:
    step.kind === 'trigger'
      ? 'trigger'
      : step.provisional
        ? 'unannounced'
        : step.working
          ? 'working'
          : 'resting',
  counts: step.kind === 'counted',
  count: step.number ?? null,
  suspended: step.kind === 'suspended',
  extended: step.extension,
  madeUp: step.working && isWeekend(dayNumber(step.day)),
  why: step.because,
  source: step.notice ? citeNotice(step.notice) : (step.document ?? null),
})
