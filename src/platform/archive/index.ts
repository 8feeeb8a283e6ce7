export { type Entry, type Unzipped, unzip, zipOf } from './zip.ts'
