import { signedIn, startApp } from '#ui/index.ts'
import { Inspect } from './Inspect.tsx'
import { startOffline } from './offline.ts'

// A session that ended while steps are sent must not hold them up: they wait here until somebody signs in again.
signedIn.subscribe(() => signedIn.isAwaited() && signedIn.giveUp())

startApp(<Inspect />)
startOffline()
