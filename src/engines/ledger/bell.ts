/** Waits for a ring or for a while; a ring while nobody waits is kept for the next. */
export function newBell() {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    wait(atMostMs: number): Promise<void> {
      return new Promise((done) => {
        const timer = setTimeout(() => wake?.(), atMostMs)
        wake = () => {
          clearTimeout(timer)
          wake = undefined
          rung = false
          done()
        }
        if (rung) wake()
      })
    },
  }
}
