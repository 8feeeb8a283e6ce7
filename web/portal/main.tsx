import { startApp } from '#ui/index.ts'
import { Portal } from './Portal.tsx'
import './shell/portal.css'

startApp(<Portal />)
