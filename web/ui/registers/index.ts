/** 制度台账: pages that the desk and the watch share. Each is fetched when it is first opened. */
export { EntryPage } from './EntryPage.tsx'
export { RegisterPage } from './RegisterPage.tsx'
export { UsesPage } from './UsesPage.tsx'
export { RegistersPage } from './RegistersPage.tsx'
