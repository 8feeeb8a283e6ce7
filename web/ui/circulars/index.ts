export { CircularPage } from './CircularPage.tsx'
export { CircularsPage } from './CircularsPage.tsx'
