import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { lastDayAfter, parseLimit } from '#engines/clocks/index.ts'
import { type AccountabilityFile, dueOf } from './file.ts'
import { isSimilarPost, type PostHeld } from './similar-post.ts'

export interface Signal {
  readonly code: string
  readonly text: Bilingual
}

/** A post of the post table, as far as returns are looked for. */
export interface HeldPost extends PostHeld {
  readonly account: string
}

export interface SignalBasis {
  readonly today: Day
  readonly likeness: number
  readonly returnWithin: string
  /** Posts that those concerned hold now. */
  readonly posts: readonly HeldPost[]
  readonly titleOf: (unit: string, post: string | null) => string | null
}

const say = (code: string, zh: string, en: string): Signal => ({ code, text: { zh, en } })

/** What somebody should look at in a file. It says what is, and decides nothing. */
export function signalsOf(file: AccountabilityFile, basis: SignalBasis): Signal[] {
  if (file.stage === 'withdrawn')
    return [say('withdrawn', `已撤回：${file.ended?.reason ?? ''}`, `withdrawn: ${file.ended?.reason ?? ''}`)]
  if (file.stage !== 'decided' && file.stage !== 'closed') return proposalSignals(file)
  return [
    ...proposalSignals(file),
    ...(file.withdrawal === null
      ? []
      : [
          say(
            'withdrawalProposed',
            `拟撤回，待另一人确认：${file.withdrawal.reason}`,
            `a withdrawal waits for a second person: ${file.withdrawal.reason}`,
          ),
        ]),
    ...answerSignals(file, basis),
    ...talkSignals(file, basis),
    ...outwardSignals(file, basis),
    ...postSignals(file, basis),
  ]
}

function proposalSignals({ deviation, inquiry }: AccountabilityFile): Signal[] {
  return [
    ...(deviation === null
      ? []
      : [say('deviation', `偏离对照表：${deviation}`, `off the table: ${deviation}`)]),
    ...(inquiry === null
      ? []
      : [
          say(
            'subordinate',
            `同一事实正在问主要负责人的责任（${inquiry}），防止由下属顶责`,
            `the principal is asked about the same facts (${inquiry}): a subordinate may be made to take the blame`,
          ),
        ]),
  ]
}

function answerSignals(file: AccountabilityFile, { today, likeness }: SignalBasis): Signal[] {
  const { instrument, answers, stage, ranOut, extended } = file
  const due = dueOf(file)
  const late = stage === 'decided' && due !== null && (today > due || ranOut !== null)
  const last = answers.at(-1)
  const copied = last?.likeness && last.likeness.percent >= likeness ? last.likeness : undefined
  return [
    ...(late && instrument.closes === 'reply' && answers.length === 0
      ? [say('noReply', `${due} 前未答复`, `no reply by ${due}`)]
      : []),
    ...(late && instrument.closes !== 'reply' && instrument.closes !== 'period'
      ? [say('overdue', `${due} 前未完成，下一次升一档`, `not done by ${due}: the next grade follows`)]
      : []),
    ...(extended && late
      ? [say('extendedInVain', '延期后仍未完成', 'extended once, and still not done')]
      : []),
    ...(copied
      ? [
          say(
            'copied',
            `与案卷 ${copied.file} 的文字相同 ${copied.percent}%`,
            `${copied.percent}% the same as the text of file ${copied.file}`,
          ),
        ]
      : []),
  ]
}

function talkSignals(
  { talk, check, instrument, stage }: AccountabilityFile,
  { today }: SignalBasis,
): Signal[] {
  if (instrument.closes !== 'talk' || stage !== 'decided') return []
  if (talk && !check && today > talk.checkBy)
    return [say('noCheck', `谈话后 ${talk.checkBy} 前未检查`, `the talk was not checked by ${talk.checkBy}`)]
  if (check && !check.kept)
    return [say('promiseBroken', '承诺未兑现，应升一档', 'the promise was not kept: the next grade follows')]
  return []
}

function outwardSignals(file: AccountabilityFile, { today }: SignalBasis): Signal[] {
  const { apology, confirmed, circular, instrument, stage, result } = file
  const due = dueOf(file)
  return [
    ...(apology && confirmed?.seen === false
      ? [say('apologyUnseen', '受影响的人没有看到道歉', 'the harmed person never saw the apology')]
      : []),
    ...(circular && circular.read.length < circular.reach.length && due !== null && today > due
      ? [
          say(
            'circularUnread',
            `${circular.reach.length - circular.read.length} 个单位未阅签`,
            `${circular.reach.length - circular.read.length} units have not acknowledged it`,
          ),
        ]
      : []),
    ...(instrument.closes === 'result' &&
    stage === 'decided' &&
    result === null &&
    due !== null &&
    today > due
      ? [say('unanswered', `${due} 前任免机关未回告`, `no result from the appointing body by ${due}`)]
      : []),
    ...(result?.swapped === 'sideways'
      ? [say('swapped', '以同级调动代替原决定', 'a transfer at the same rank took the place of the decision')]
      : []),
    ...(result?.swapped === 'promotion'
      ? [say('promoted', '“调整”实为提拔', 'the adjustment is a promotion')]
      : []),
  ]
}

/** What asks somebody to leave his post, held against the post table as it is now. */
const LEAVES: readonly string[] = [
  ...['orderToResign', 'removalRecommendation', 'removalFromPost', 'dismissalOnTheSpot'],
]

function postSignals({ instrument, subject, decided }: AccountabilityFile, basis: SignalBasis): Signal[] {
  if (!decided || !LEAVES.includes(instrument.code)) return []
  const { posts, today, returnWithin, titleOf } = basis
  const { unit, post, rank } = subject
  const left = { unit, post, rank, title: titleOf(unit, post) }
  const held = posts.filter(({ account }) => account === subject.account)
  const still = held.some((now) => now.unit === unit && now.post === post)
  const until = lastDayAfter(decided.from, parseLimit(returnWithin))
  const early = held.some((now) => isSimilarPost(left, now))
  return [
    ...(still && today > decided.from
      ? [say('stillInPost', '岗位表上仍在原岗位', 'still holds the post by the post table')]
      : []),
    ...(early && today <= until
      ? [say('earlyReturn', `${until} 前又任类似岗位`, `holds a similar post again before ${until}`)]
      : []),
  ]
}
