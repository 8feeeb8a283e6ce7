import type { Day } from '#kernel/day.ts'
import { pairsOf } from '#kernel/likeness.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type ChargeFault, CHARGE_FAULT_WORDS } from '../fee-shape.ts'
import { billOf } from './bill.ts'
import { type Fee, termsOn } from './fee.ts'
import { type Cents, yuan } from './money.ts'
import type { Charged } from './rate.ts'

/** Money that was taken, or is about to be: what the receipt says. */
export interface Payment {
  /** 收费项目编码; null: the receipt has none. */
  readonly fee: string | null
  /** What it is called on the receipt. */
  readonly title: string
  readonly unit: string
  readonly item: string | null
  readonly cents: Cents
  readonly on: Day
  /** The receipt calls it voluntary. */
  readonly voluntary: boolean
  readonly charged: Charged
}

export interface Found {
  readonly fault: ChargeFault
  readonly because: Bilingual
}

/**
 * What is wrong with a payment by the register of its day; undefined: nothing. The same check refuses a charge at the
 * counter and finds one that was taken elsewhere.
 *
 * Basis: 行政许可法 58, 59 (no charge but by law, at the published rate); 优化营商环境条例 24 (涉企收费目录清单).
 */
export function faultOf(payment: Payment, fees: readonly Fee[]): Found | undefined {
  if (payment.fee === null) return uncoded(payment, fees)
  const fee = fees.find((one) => one.fee === payment.fee)
  if (!fee || fee.terms.length === 0) return found('unknownCode', ` ${payment.fee}`)
  const terms = termsOn(fee, payment.on)
  if (!terms) return found('notInForce', ` ${fee.fee}`)
  if (terms.status === 'abolished')
    return found(
      payment.voluntary ? 'voluntary' : 'abolished',
      `：${fee.name.zh}（${terms.from}，${terms.basis}）`,
    )
  if (fee.unit !== payment.unit) return found('otherUnit', `：${fee.name.zh}`)
  if (payment.item !== null && !fee.items.includes(payment.item))
    return found('otherItem', `：${fee.name.zh}`)
  return misreckoned(payment, fee)
}

function misreckoned({ cents, on, charged }: Payment, fee: Fee): Found | undefined {
  const { lines } = billOf([fee], { on, charged })
  const [line] = lines
  // What it is counted by was not said: there is nothing to compare with, and nothing is assumed.
  if (!line || cents === line.due) return undefined
  const said = `：${fee.name.zh} 应收 ${yuan(line.due)} 元，收取 ${yuan(cents)} 元`
  if (cents < line.due) return found('belowRate', said)
  return found(line.reduction === null ? 'aboveRate' : 'eligibleChargedFull', said)
}

/** Without a code it is no fee at all; where it is called like one that was abolished, it is that one come back. */
function uncoded({ title, on }: Payment, fees: readonly Fee[]): Found {
  const back = fees.find((fee) => termsOn(fee, on)?.status === 'abolished' && isNamedLike(title, fee.name.zh))
  return back ? found('voluntary', `：“${title}”即已取消的${back.name.zh}`) : found('noCode', `：“${title}”`)
}

const found = (fault: ChargeFault, more: string): Found => {
  const { zh, en } = CHARGE_FAULT_WORDS[fault]
  return { fault, because: { zh: `${zh}${more}`, en: `${en}${more}` } }
}

type Pairs = ReturnType<typeof pairsOf>
const PLAIN_WORDS = /自愿|服务|费|代办|办理|咨询|技术/g

/** Half of the pairs of characters of the shorter name, without the words that every fee has. */
export function isNamedLike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => pairsOf(name.replace(PLAIN_WORDS, ''))) as [Pairs, Pairs]
  const least = Math.min(one.size, other.size)
  return least > 0 && [...one].filter((pair) => other.has(pair)).length * 2 >= least
}
