const DAY_MS = 86_400_000

/** The Monday of this week, as `2026-03-02`, by the wall clock of the place. */
export function lastMonday(now = Date.now()): string {
  const china = new Date(now + 8 * 3_600_000)
  const sinceMonday = (china.getUTCDay() + 6) % 7
  return new Date(china.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10)
}
