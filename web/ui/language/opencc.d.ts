/** opencc-js types its whole presets only; these two halves are all that the pages load. */
declare module 'opencc-js/from/cn' {
  import type { DictGroup } from 'opencc-js/core'
  const steps: readonly DictGroup[]
  export default steps
}
declare module 'opencc-js/to/tw' {
  import type { DictGroup } from 'opencc-js/core'
  const steps: readonly DictGroup[]
  export default steps
}
