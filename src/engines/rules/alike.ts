import type { Reading } from './reading.ts'
import { FOUND, NOT_APPLYING, type Verdict } from './rule.ts'
import { judgeOne, type Run } from './run.ts'
import { isFinished, type Watched } from './watched.ts'

/**
 * Rules that look only at the order of the activities, judged once for all cases that ran alike: what they come to is
 * the same, so further cases are merely counted, and remembered by their number where something was found.
 *
 * A mark is all that these rules can tell apart: the shape, and whether the whole path should lie behind the case.
 */
export interface Alike {
  readonly runs: readonly Run[]
  /** Mark → whether a case of it was met. */
  met: Uint8Array
  /** Further cases of a mark: concluded ones at twice the mark, open ones beside them. */
  counts: Int32Array
  /** Mark → what each run came to. */
  readonly verdicts: (readonly Verdict[])[]
  /** Mark → the runs that found something. */
  readonly finding: (readonly Run[])[]
}

export const canJudgeAlike = ({ rule: { looksAt }, steady }: Run, reading: Reading): boolean =>
  steady !== undefined && (typeof looksAt === 'function' ? looksAt(reading) : looksAt === 'sequence')

export const alike = (runs: readonly Run[]): Alike => ({
  runs,
  met: new Uint8Array(256),
  counts: new Int32Array(512),
  verdicts: [],
  finding: [],
})

export function judgeAlike(together: Alike, watched: Watched, open: boolean): void {
  const { number } = watched.shape
  if (number < 0) return judgeEach(together, watched, open)
  const mark = 2 * number + (isFinished(watched) ? 1 : 0)
  if (!together.met[mark]) return meet(together, watched, { mark, open })
  const place = 2 * mark + (open ? 1 : 0)
  together.counts[place] = (together.counts[place] as number) + 1
  const finding = together.finding[mark] as readonly Run[]
  for (let index = 0; index < finding.length; index++) (finding[index] as Run).found.push(watched.caseIndex)
}

function judgeEach({ runs }: Alike, watched: Watched, open: boolean): void {
  for (let place = 0; place < runs.length; place++) judgeOne(watched, runs[place] as Run, open)
}

/** The first case of a mark. */
function meet(together: Alike, watched: Watched, { mark, open }: { mark: number; open: boolean }): void {
  if (mark >= together.met.length) makeRoom(together, mark)
  const given = together.runs.map((run) => judgeOne(watched, run, open))
  together.verdicts[mark] = given
  together.finding[mark] = together.runs.filter((_, place) => given[place] === FOUND)
  together.met[mark] = 1
}

function makeRoom(together: Alike, mark: number): void {
  const { met, counts } = together
  together.met = new Uint8Array(2 * mark)
  together.counts = new Int32Array(4 * mark)
  together.met.set(met)
  together.counts.set(counts)
}

/** Gives the counted cases to the tallies of the rules that apply to them. */
export function settle({ runs, counts, verdicts }: Alike): void {
  verdicts.forEach((given, mark) => {
    const [concluded, open] = [counts[2 * mark] as number, counts[2 * mark + 1] as number]
    runs.forEach((run, place) => {
      if (given[place] === NOT_APPLYING) return
      run.concluded.judged += concluded
      run.open.judged += open
      if (given[place] !== FOUND) return
      run.concluded.found += concluded
      run.open.found += open
    })
  })
}
