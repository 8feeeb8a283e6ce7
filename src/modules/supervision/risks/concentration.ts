import { wilson } from '#engines/measures/index.ts'

/** Something given to somebody by a unit. */
export interface Given {
  readonly kind: string
  readonly unit: string
  /** Says that two are the same. */
  readonly who: string
  readonly name: string
  readonly times: number
  /** One of the cases or entries that it stands in. */
  readonly matter: string
}

export interface Concentration {
  readonly kind: string
  readonly unit: string
  readonly times: number
  readonly beneficiaries: number
  readonly topShare: number
  readonly topLow: number
  readonly index: number
  readonly outlier: boolean
  readonly small: boolean
  readonly top: readonly Given[]
}

/** So much of everything, beyond what chance explains, is looked at; and so often the same one, whatever the share. */
export interface Thresholds {
  readonly share: number
  readonly again: number
  readonly minimumCell: number
}

const SHOWN = 5

/** 受益集中度: how much of what a unit gives goes to the same few, by kind; the most concentrated first. */
export function concentrations(given: readonly Given[], thresholds: Thresholds): Concentration[] {
  const groups = new Map<string, Given[]>()
  for (const one of given) {
    const key = `${one.kind}|${one.unit}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
    .map((group) => concentrated(group, thresholds))
    .sort(
      (a, b) =>
        Number(b.outlier) - Number(a.outlier) || Number(a.small) - Number(b.small) || b.topLow - a.topLow,
    )
}

function concentrated(group: readonly Given[], { share, again, minimumCell }: Thresholds): Concentration {
  const most = [...group].sort((a, b) => b.times - a.times)
  const times = most.reduce((sum, one) => sum + one.times, 0)
  const top = most[0]?.times ?? 0
  const topLow = wilson(top, times).low ?? 0
  const small = times < minimumCell
  return {
    ...{ kind: group[0]?.kind ?? '', unit: group[0]?.unit ?? '', times, beneficiaries: group.length },
    ...{ topShare: times === 0 ? 0 : top / times, topLow, small },
    index: most.reduce((sum, one) => sum + (one.times / times) ** 2, 0),
    outlier: (!small && topLow >= share) || top >= again,
    top: most.slice(0, SHOWN),
  }
}
