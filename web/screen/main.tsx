import { startApp } from '#ui/index.ts'
import { Screen } from './Screen.tsx'
import './frame/screen.css'

startApp(<Screen />)

// A wall is dark unless whoever hung it chose otherwise in this browser.
const { dataset } = document.documentElement
dataset.theme ??= 'dark'
