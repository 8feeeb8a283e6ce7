/** 证据包: any file of the office as one archive; put the button where the file is shown. */
export { EvidenceButton } from './EvidenceButton.tsx'
