import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { append, readStream } from '#engines/ledger/index.ts'
import { findVersionFigures } from '#modules/catalogue/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import {
  type Quarter,
  quarterDays,
  REFORM_CODES,
  REFORM_FIGURES,
  type ReformFigure,
  reformQuarter,
} from './boards/reform.ts'
import { periodOf } from './figures.ts'
import { getReformBoard, publishReform, type ReformQuarter } from '../reform-contract.ts'
import { refuse } from './refusals.ts'
import { measuresFor } from './shelf.ts'

const streamOf = (quarter: string): string => `efficiency/reform/${quarter}`
const PUBLISHED = 'ReformFiguresPublished'

const dayAt = (at: EpochMs): string => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

async function quarterView(db: Db, { quarter, cases, values, isSmall }: Quarter): Promise<ReformQuarter> {
  const last = (await readStream(db, streamOf(quarter))).at(-1)
  return {
    ...{ quarter, cases: cases.length, isSmall },
    values: REFORM_CODES.map((code) => {
      const { zh, en, of } = REFORM_FIGURES[code]
      return { code, title: { zh, en }, of, value: values[code] }
    }),
    published: last ? { by: last.actor, on: dayAt(last.occurredAt) } : null,
  }
}

/** The quarters up to one, oldest first. */
function quartersUntil(quarter: string, count: number): string[] {
  const quarters: string[] = []
  for (
    let day = quarterDays(quarter).first;
    quarters.length < count;
    day = quarterDays(quarters[0] as string).first - 1
  )
    quarters.unshift(periodOf(day, 'quarter'))
  return quarters
}

/** 只公布办件能重算的数字: a value that cases do not give, or a figure that nobody computes, is refused. */
function refuseUnfounded({ values }: Quarter, told: Readonly<Record<string, number>>): void {
  for (const [code, value] of Object.entries(told)) {
    if (!(code in REFORM_FIGURES)) throw refuse('efficiency.figure-not-from-cases', { code })
    const computed = values[code as ReformFigure]
    if (computed !== value)
      throw refuse('efficiency.figure-contradicted', {
        code: REFORM_FIGURES[code as ReformFigure].zh,
        value,
        computed: computed ?? '–',
      })
  }
}

export const reformRoutes: Route[] = [
  route(getReformBoard, ({ query: { until, quarters }, now, read }) =>
    read(async (db) => {
      const measures = await measuresFor(db, now)
      const versions = await findVersionFigures(db)
      const last = until ?? periodOf(dayNumberAt(DEFAULT_ZONE, now), 'quarter')
      const rows: ReformQuarter[] = []
      for (const quarter of quartersUntil(last, quarters))
        rows.push(await quarterView(db, reformQuarter(measures, quarter, versions)))
      return { minimumCell: measures.by.settings.number('minimumCell'), rows }
    }),
  ),

  route(publishReform, ({ params: { quarter }, body, now, caller, transaction }) =>
    transaction(async (db) => {
      const computed = reformQuarter(await measuresFor(db, now), quarter, await findVersionFigures(db))
      if (quarterDays(quarter).last >= dayNumberAt(DEFAULT_ZONE, now))
        throw refuse('efficiency.quarter-not-over', { quarter })
      refuseUnfounded(computed, body.values)
      await append(db, {
        stream: streamOf(quarter),
        expectedVersion: 'any',
        recordedAt: now,
        events: [
          {
            type: PUBLISHED,
            payload: { quarter, values: computed.values },
            actor: caller.account,
            occurredAt: now,
          },
        ],
      })
      return quarterView(db, computed)
    }),
  ),
]
