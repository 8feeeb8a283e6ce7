import type { EpochMs } from '#kernel/day.ts'
import { parseMoment } from '#engines/clocks/index.ts'
import type { CaseHistory, HistoryEvent } from '#engines/histories/index.ts'
import type { Finding } from './finding.ts'
import { judgeCase } from './judge.ts'
import { isMeaning, type Meaning } from './meanings.ts'
import { readProfile } from './profile.ts'
import type { Example, ExampleEvent, Rule } from './rule.ts'

const ZONE = 'Asia/Shanghai'

/** Runs one of a rule's examples: the rule page shows it, and a test holds every rule to all of its own. */
export function runExample(rule: Rule, example: Example): Finding[] {
  const profile = readProfile({
    ...example.profile,
    meanings: { ...plainMeanings(example), ...example.profile?.meanings },
  })
  const history = {
    caseId: 'example',
    attributes: example.attributes ?? {},
    events: example.events.map(eventOf),
  }
  return judgeCase(history satisfies CaseHistory, profile, {
    at: instant(example.at),
    among: [rule],
    rules: [rule.code],
  })
}

/** In an example an activity that is named like a meaning has that meaning. */
const plainMeanings = ({ events }: Example): Record<string, Meaning> =>
  Object.fromEntries(
    events
      .map(([, activity]) => activity)
      .filter(isMeaning)
      .map((name) => [name, name]),
  )

function eventOf([at, activity, more = {}]: ExampleEvent): HistoryEvent {
  const { by, ...attributes } = more
  return { activity, at: instant(at), resource: by, attributes }
}

function instant(text: string): EpochMs {
  const moment = parseMoment(text, ZONE)
  return moment.kind === 'instant' ? moment.at : Number.NaN
}
