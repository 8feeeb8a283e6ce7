import type { Bilingual } from '#kernel/refusal.ts'
import type { LivingCase } from '../case.ts'
import type { JointEvent, OpinionGiven } from './events.ts'
import { BREACH_NAMES, MEETING_NAMES, OPINION_NAMES } from '../branch-shape.ts'

/** One line of the timeline. The opinion itself comes after a colon: what stands before it the applicant reads too. */
export function jointText(event: JointEvent, { plan, joint }: LivingCase): Bilingual {
  const nameOf = (code: string): Bilingual =>
    plan.joint?.branches.find((branch) => branch.code === code)?.name ?? { zh: code, en: code }
  switch (event.type) {
    case 'OpinionGiven':
      return opinionText(event.data, nameOf(event.data.branch))
    case 'BranchWithdrawn': {
      const { zh, en } = nameOf(event.data.branch)
      return {
        zh: `申请人撤回“${zh}”，其余照常办理`,
        en: `the applicant withdrew "${en || zh}"; the rest goes on`,
      }
    }
    case 'PapersAsked': {
      const { zh, en } = nameOf(event.data.branch)
      const { papers } = event.data
      return {
        zh: `${zh}：向牵头部门提出需要 ${papers}`,
        en: `${en || zh}: asked the lead department for ${papers}`,
      }
    }
    case 'MeetingCalled': {
      const { kind, on, place, matter } = event.data
      const { zh, en } = MEETING_NAMES[kind]
      return { zh: `通知${zh}：${on} ${place}，${matter}`, en: `${en} called: ${on}, ${place}, ${matter}` }
    }
    case 'MeetingHeld': {
      const { heldOn, attended, absent, result, meeting } = event.data
      const kind = joint?.meetings.find((one) => one.meeting === meeting)?.kind ?? 'meeting'
      const { zh, en } = MEETING_NAMES[kind]
      return {
        zh: `${zh}：${heldOn}，到会 ${attended.length}、缺席 ${absent.length}，${result}`,
        en: `${en}: ${heldOn}, ${attended.length} came, ${absent.length} stayed away; ${result}`,
      }
    }
    case 'ConflictRuled': {
      const { outcome, reason } = event.data
      const [zh, en] = outcome === 'granted' ? ['准予', 'grant'] : ['不予', 'deny']
      return { zh: `意见不一致，裁定：${zh}，${reason}`, en: `opinions conflicted, ruled: ${en}, ${reason}` }
    }
    case 'JointAssembled': {
      const { summary, without } = event.data
      const names = without.map((code) => nameOf(code).zh).join('、')
      const missing = names === '' ? '' : `（未等：${names}）`
      return { zh: `牵头部门汇总意见${missing}：${summary}`, en: `opinions assembled: ${summary}` }
    }
    case 'CarryReported':
      return {
        zh: `申请人反映被要求自己送材料：${event.data.where}`,
        en: `the applicant was told to carry papers: ${event.data.where}`,
      }
    case 'JointBreachTried': {
      const { zh, en } = BREACH_NAMES[event.data.breach]
      const said = event.data.said === '' ? '' : `（${event.data.said}）`
      return {
        zh: `${zh}${said}，系统未准，已报监察`,
        en: `${en} was tried and refused; supervision was told`,
      }
    }
  }
}

function opinionText(
  { result, reason, conditions, late, meeting }: OpinionGiven,
  name: Bilingual,
): Bilingual {
  const { zh, en } = OPINION_NAMES[result]
  const [lateZh, lateEn] = late ? ['（逾期，不影响联合决定）', ' (late, without effect)'] : ['', '']
  const at = meeting === null ? '' : '会上'
  const said = [conditions, reason].filter((text) => text.trim() !== '').join('；')
  return {
    zh: `${name.zh}：${at}${zh}${lateZh}${said ? `，${said}` : ''}`,
    en: `${name.en || name.zh}: ${en}${lateEn}${said ? `, ${said}` : ''}`,
  }
}
