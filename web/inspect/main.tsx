import { startApp } from '#ui/index.ts'
import { Inspect } from './Inspect.tsx'
import { startOffline } from './offline.ts'

startApp(<Inspect />)
startOffline()
