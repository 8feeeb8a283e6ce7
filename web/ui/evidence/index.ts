/** 证据包 and other files that are given out with their purpose; put the button where the thing is shown. */
export { EvidenceButton } from './EvidenceButton.tsx'
export { PurposeDownload } from './PurposeDownload.tsx'
