import type { Bilingual } from '#kernel/refusal.ts'
import { limitInWords, parseLimit } from '#engines/clocks/index.ts'
import { attemptText } from './attempts/events.ts'
import { isJoint } from './branches/events.ts'
import { jointText } from './branches/words.ts'
import type { CaseEvent, CaseReceived } from './case-events.ts'
import type { LivingCase } from './case.ts'
import { responsibilityText } from './responsibility-words.ts'
import { isResponsibility } from './responsibility.ts'
import { hearingText } from './hearings/words.ts'
import { CHANNEL_NAMES, GRADE_WORDS } from './terms.ts'
import type { UnitName } from './transfers/words.ts'
import { urgencyText } from './urgency/words.ts'
import { visitText } from './visits/words.ts'

const LIMITS: Readonly<Record<string, Bilingual>> = {
  answer: { zh: '受理答复时限', en: 'limit for the answer' },
  statutory: { zh: '法定时限', en: 'statutory limit' },
  committed: { zh: '承诺时限', en: 'committed limit' },
  delivery: { zh: '送达时限', en: 'limit for delivery' },
  hearing: { zh: '组织听证时限', en: 'limit for holding the hearing' },
  urgency: { zh: '答复急件申请时限', en: 'limit for answering the request for the express lane' },
  urgent: { zh: '急件时限', en: 'limit of the express lane' },
  special: { zh: '特别程序所需时间', en: 'time of the special procedure' },
  joint: { zh: '联合审批共同时限', en: 'common limit of joint handling' },
  branch: { zh: '分支意见时限', en: 'limit of a branch’s opinion' },
  visit: { zh: '指派现场核查人员时限', en: 'limit for naming who goes to the site' },
  ruling: { zh: '协调机构裁定时限', en: 'limit for the coordinator’s ruling' },
}

/** 5W as people say it: 5 个工作日. */
const limitOf = (written: string) => limitInWords(parseLimit(written))

const WAYS = {
  inPerson: { zh: '当面', en: 'in person' },
  post: { zh: '邮寄', en: 'by post' },
  electronic: { zh: '电子', en: 'electronically' },
} as const

const counted = (materials: number) => (materials === 1 ? '1 material' : `${materials} materials`)

/** One line of the timeline; units by name where they are known. */
export function eventText(
  event: CaseEvent,
  state: LivingCase,
  unitName: UnitName = (unit) => ({ zh: unit, en: unit }),
): Bilingual {
  const { plan, steps } = state
  const stepName = (code: string) =>
    [...steps, ...plan.steps].find((step) => step.code === code)?.name ?? code
  const materialName = (code: string) => plan.materials.find((one) => one.code === code)?.name ?? code
  if (isJoint(event)) return jointText(event, state)
  if (isResponsibility(event)) return responsibilityText(event, stepName, unitName)
  switch (event.type) {
    case 'CaseReceived': {
      const { channel, materials } = event.data
      const { zh, en } = CHANNEL_NAMES[channel]
      return {
        zh: `${zh}收件，收到材料 ${materials.length} 份${renewing(event.data).zh}`,
        en: `received (${en}), ${materials.length} materials${renewing(event.data).en}`,
      }
    }
    case 'SupplementNoticed': {
      const names = event.data.missing.map(({ code }) => materialName(code)).join('、')
      const again = event.data.exception ? `（再次告知，依据：${event.data.exception}）` : ''
      const [zh, en] = event.data.understood ? ['，申请人已确认看懂', ', understood'] : ['', '']
      return { zh: `一次性告知补正：${names}${again}${zh}`, en: `supplement notice: ${names}${en}` }
    }
    case 'SupplementUnderstood':
      return { zh: '确认已看懂要补什么', en: 'understood what to supply' }
    case 'MaterialsSupplied':
      return {
        zh: `补交材料 ${event.data.materials.length} 份`,
        en: `${counted(event.data.materials.length)} supplied`,
      }
    case 'FormHandedIn':
      return { zh: '填写的申请表已收到', en: 'the filled-in application form was received' }
    case 'CaseAccepted':
      return event.data.deemed
        ? {
            zh: '逾期未告知，自收到材料之日起视为受理（行政许可法第三十二条）',
            en: 'nobody answered in time: accepted by law from the day of receipt (行政许可法 art. 32)',
          }
        : event.data.late
          ? {
              zh: '受理（收件时材料已齐全，没有当天受理）',
              en: 'accepted (complete when handed in, and not accepted that day)',
            }
          : { zh: '受理', en: 'accepted' }
    case 'CaseDeclined':
      return {
        zh: `不予受理：${event.data.reason}。下一步：${event.data.nextStep}`,
        en: `declined: ${event.data.reason}. Next: ${event.data.nextStep}`,
      }
    case 'StepFinished': {
      const { step, outcome, opinion, asBackup } = event.data
      const [word, said] = outcome === 'agreed' ? ['同意', 'agreed'] : ['不同意', 'objected']
      const backup = asBackup ? '（B岗代办）' : ''
      return {
        zh: `${stepName(step)}：${word}${backup}${opinion ? `，${opinion}` : ''}`,
        en: `${stepName(step)}: ${said}${opinion ? `, ${opinion}` : ''}`,
      }
    }
    case 'StepSentBack': {
      const { from, to, reason } = event.data
      return {
        zh: `${stepName(from)}退回${stepName(to)}：${reason}`,
        en: `${stepName(from)} sent back to ${stepName(to)}: ${reason}`,
      }
    }
    case 'CaseSuspended':
      return {
        zh: `中止：${event.data.groundText.zh}，文书 ${event.data.document}`,
        en: `suspended: ${event.data.groundText.en}, document ${event.data.document}`,
      }
    case 'CaseResumed':
      return { zh: `恢复办理，文书 ${event.data.document}`, en: `resumed, document ${event.data.document}` }
    case 'ExtensionAsked':
      return {
        zh: `申请延期 ${limitOf(event.data.by).zh}：${event.data.reason}`,
        en: `extension of ${limitOf(event.data.by).en} asked for: ${event.data.reason}`,
      }
    case 'CaseExtended':
      return {
        zh: `批准延期 ${limitOf(event.data.by).zh}${event.data.toldAt === null ? '（未见告知凭证）' : ''}`,
        en: `extended by ${limitOf(event.data.by).en}`,
      }
    case 'ExtensionRefused':
      return { zh: `不批准延期：${event.data.reason}`, en: `extension refused: ${event.data.reason}` }
    case 'LimitPassed': {
      const { zh, en } = LIMITS[event.data.limit] ?? { zh: '时限', en: 'limit' }
      return { zh: `${zh}届满，尚未办结`, en: `the ${en} ran out` }
    }
    case 'CaseDecided': {
      const { outcome, deemed, reasons, licence } = event.data
      if (deemed) return { zh: `视为准予：${reasons}`, en: 'granted by rule, because the limit ran out' }
      return outcome === 'granted'
        ? {
            zh: licence === undefined ? '准予' : `准予，证照编号 ${licence}`,
            en: licence === undefined ? 'granted' : `granted, licence ${licence}`,
          }
        : { zh: `不予许可：${reasons}`, en: `denied: ${reasons}` }
    }
    case 'CaseDelivered':
      return {
        zh: `${WAYS[event.data.way].zh}送达：${event.data.proof}${event.data.postedOn ? `，${event.data.postedOn} 交邮` : ''}`,
        en: `delivered ${WAYS[event.data.way].en}${event.data.postedOn ? `, posted on ${event.data.postedOn}` : ''}`,
      }
    case 'CaseRated':
      return {
        zh: `评价：${GRADE_WORDS[event.data.grade].zh}`,
        en: `rated: ${GRADE_WORDS[event.data.grade].en}`,
      }
    case 'CaseWithdrawn':
      return {
        zh: `申请人撤回${event.data.reason ? `：${event.data.reason}` : ''}`,
        en: 'withdrawn by the applicant',
      }
    case 'CaseCorrected':
      return { zh: `更正：${event.data.reason}`, en: `corrected: ${event.data.reason}` }
    case 'VisitAssigned':
    case 'VisitReported':
      return visitText(event, stepName)
    case 'ReadingReviewed':
      return event.data.finding === 'sound'
        ? {
            zh: `解释性不予复核：解释成立。${event.data.note}`,
            en: `reading looked at: sound. ${event.data.note}`,
          }
        : {
            zh: `解释性不予复核：失之机械。${event.data.note}`,
            en: `reading looked at: rigid. ${event.data.note}`,
          }
    case 'PledgeSigned':
      return { zh: '签署告知承诺书', en: 'pledge signed' }
    case 'UrgencyAsked':
    case 'UrgencyGranted':
    case 'UrgencyRefused':
    case 'UrgencyAudited':
      return urgencyText(event)
    case 'BeyondListAttempted':
    case 'ReturnAttempted':
    case 'CaseFiledAgain':
      return attemptText(event)
    default:
      return hearingText(event)
  }
}

/** A late one is said to be late, with what the law makes of it (行政许可法 50). */
function renewing({ renews }: CaseReceived): Bilingual {
  if (!renews) return { zh: '', en: '' }
  const { licence, inTime, renewUntil } = renews
  if (inTime) return { zh: `，申请延续证照 ${licence}`, en: `, renewal of licence ${licence}` }
  return {
    zh: `，申请延续证照 ${licence}；应在 ${renewUntil} 前提出，已逾期，可以按新申请办理`,
    en: `, renewal of licence ${licence}, due by ${renewUntil} and late: it may be treated as a new application`,
  }
}
