/** 问题发现 for whoever works in the office: supervision handles, leaders read, units answer. */
import './findings.css'

export { ActForm } from './ActForm.tsx'
export { FindingPage } from './FindingPage.tsx'
export { FindingsPage } from './FindingsPage.tsx'
export { findingAt, Go } from './link.ts'
