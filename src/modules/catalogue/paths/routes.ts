import { type Route, route } from '#platform/http/index.ts'
import { checkPath, pathDays, readBpmn, writeBpmn } from '#engines/paths/index.ts'
import type { Drawing, PathReport } from '../path-contract.ts'
import * as contract from '../path-contract.ts'
import { contentOfPath, pathOfItem } from './of-item.ts'

/** The canvas asks; nothing is kept here: a drawing is part of the draft. */
export const pathRoutes: Route[] = [
  route(contract.checkItemPath, async ({ body }) => reportOn(body)),
  route(contract.exportItemPath, async ({ body: { name, ...drawing } }) => ({
    xml: await writeBpmn(pathOfItem(drawing), { name }),
  })),
  route(contract.importItemPath, async ({ body: { xml, steps } }) =>
    reportOn(contentOfPath(await readBpmn(xml), steps)),
  ),
]

function reportOn(drawing: Drawing): PathReport {
  const path = pathOfItem(drawing)
  const days = pathDays(path)
  // Read from a list, every step stays as it was said; only how they hang together is added.
  const drawn = drawing.path ? drawing : contentOfPath(path, drawing.steps)
  return {
    ...drawn,
    findings: checkPath(path).map(({ at, ...found }) => ({ ...found, at: [...at] })),
    days: days ? { days: days.days, through: [...days.through], because: days.because } : null,
  }
}
