/** opencc-js types its whole presets only; these two halves are all that a search loads. */
declare module 'opencc-js/from/twp' {
  import type { DictGroup } from 'opencc-js/core'
  const steps: readonly DictGroup[]
  export default steps
}
declare module 'opencc-js/to/cn' {
  import type { DictGroup } from 'opencc-js/core'
  const steps: readonly DictGroup[]
  export default steps
}
