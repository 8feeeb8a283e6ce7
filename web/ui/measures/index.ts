export { MeasureList } from './MeasureList.tsx'
export { MeasurePage } from './MeasurePage.tsx'
export { Signals } from './Signals.tsx'
export { StandingSheet } from './StandingSheet.tsx'
