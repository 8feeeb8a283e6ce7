const STEPS = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80]

/** Where the slider stops between the main path and every variant: closer together where each one still matters. */
export function variantStops(total: number): number[] {
  const stops: number[] = []
  for (let scale = 1; ; scale *= 100) {
    for (const step of STEPS) {
      if (step * scale >= total) return [...stops, Math.max(1, total)]
      stops.push(step * scale)
    }
  }
}

/** The place on the slider of a number that may stand between two stops, as an address may say it. */
export function stopOf(stops: readonly number[], variants: number): number {
  const place = stops.findIndex((stop) => stop >= variants)
  return place < 0 ? stops.length - 1 : place
}
