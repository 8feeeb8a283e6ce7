import type { Reading } from './reading.ts'
import { CLEAR, FOUND, judgeOne, type Run } from './run.ts'
import { isFinished, type Watched } from './watched.ts'

/**
 * Rules that look only at the order of the activities, judged once for all cases that ran alike. A way of running in
 * which none of them finds anything is cleared, and its further cases are merely counted.
 *
 * A mark is all that these rules can tell apart: the shape, and whether the whole path should lie behind the case.
 */
export interface Alike {
  readonly runs: readonly Run[]
  /** Mark → whether it is cleared. */
  states: Uint8Array
  /** Counted cases of cleared marks: concluded ones at twice the mark, open ones beside them. */
  counts: Int32Array
  /** Mark → what each run said of its first case. */
  readonly verdicts: (readonly number[])[]
}

export const canJudgeAlike = ({ rule: { looksAt }, steady }: Run, reading: Reading): boolean =>
  steady !== undefined && (typeof looksAt === 'function' ? looksAt(reading) : looksAt === 'sequence')

const CLEARED = 1
const TO_BE_CHECKED = 2

export const alike = (runs: readonly Run[]): Alike => ({
  runs,
  states: new Uint8Array(256),
  counts: new Int32Array(512),
  verdicts: [],
})

export function judgeAlike(together: Alike, watched: Watched, open: boolean): void {
  const { number } = watched.shape
  if (number < 0) return judgeEach(together, watched, open)
  const mark = 2 * number + (isFinished(watched) ? 1 : 0)
  const state = together.states[mark] ?? 0
  if (state === CLEARED) {
    const place = 2 * mark + (open ? 1 : 0)
    together.counts[place] = (together.counts[place] as number) + 1
  } else if (state === TO_BE_CHECKED) judgeEach(together, watched, open)
  else meet(together, watched, { mark, open })
}

function judgeEach({ runs }: Alike, watched: Watched, open: boolean): void {
  for (let place = 0; place < runs.length; place++) judgeOne(watched, runs[place] as Run, open)
}

/** The first case of a mark. */
function meet(together: Alike, watched: Watched, { mark, open }: { mark: number; open: boolean }): void {
  if (mark >= together.states.length) makeRoom(together, mark)
  const given = together.runs.map((run) => judgeOne(watched, run, open))
  together.verdicts[mark] = given
  together.states[mark] = given.includes(FOUND) ? TO_BE_CHECKED : CLEARED
}

function makeRoom(together: Alike, mark: number): void {
  const { states, counts } = together
  together.states = new Uint8Array(2 * mark)
  together.counts = new Int32Array(4 * mark)
  together.states.set(states)
  together.counts.set(counts)
}

/** Gives the counted cases to the tallies of the rules that apply to them. */
export function settle({ runs, counts, verdicts }: Alike): void {
  verdicts.forEach((given, mark) => {
    runs.forEach((run, place) => {
      if (given[place] !== CLEAR) return
      run.concluded.judged += counts[2 * mark] as number
      run.open.judged += counts[2 * mark + 1] as number
    })
  })
}
