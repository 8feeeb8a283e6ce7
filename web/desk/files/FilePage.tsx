import { useParams } from '@tanstack/react-router'
import { type FileView, getFile } from '#modules/cases/contract.ts'
import { Button, Loaded, Page, Section, useAnswer } from '#ui/index.ts'
import { EvidenceButton } from '#ui/evidence/index.ts'
import { JointPanel } from '../joint/JointPanel.tsx'
import { FileCharges } from '../charges/FileCharges.tsx'
import { FileEngagements } from '../charges/FileEngagements.tsx'
import { useText as useChargeText } from '../charges/messages.ts'
import { FileLicensing } from '../licences/FileLicensing.tsx'
import { Go } from '../shell/Go.tsx'
import { Actions } from './Actions.tsx'
import { FileClocks } from './FileClocks.tsx'
import { FileHead } from './FileHead.tsx'
import { ItemForm } from './ItemForm.tsx'
import { Hearing } from './Hearing.tsx'
import { Materials, Steps } from './Parts.tsx'
import { Responsibility } from './Responsibility.tsx'
import { useText as useResponsibilityText } from './responsibility-messages.ts'
import { Timeline } from './Timeline.tsx'
import { useText } from './messages.ts'
import './files.css'

/** One file: how it stands, what can be done now and what not and why, its dates, and everything that happened. */
export function FilePage() {
  const t = useText()
  const { caseNo = '' } = useParams({ strict: false }) as { caseNo?: string }
  const file = useAnswer(getFile, { params: { caseNo } })
  return (
    <Page
      title={t('办件 {{caseNo}}', { caseNo })}
      up={<Go at="/work">← {t('我的工作')}</Go>}
      actions={
        <>
          <EvidenceButton kind="case" id={caseNo} />
          <Button onClick={() => window.print()}>{t('打印')}</Button>
        </>
      }
    >
      <Loaded of={file}>{(data) => <FileBody of={data} />}</Loaded>
    </Page>
  )
}

function FileBody({ of: file }: { readonly of: FileView }) {
  const t = useText()
  const responsible = useResponsibilityText()
  const charged = useChargeText()
  return (
    <>
      <FileHead of={file} />
      <FileLicensing of={file} />
      <Section title={t('现在可以办的')} id="actions">
        <Actions of={file} />
      </Section>
      <JointPanel of={file} />
      <Hearing of={file} />
      <Section title={t('时限带')} id="clocks">
        <FileClocks of={file} />
      </Section>
      <div className="two-columns">
        <Section title={t('环节')} id="steps">
          <Steps of={file} />
        </Section>
        <Section title={t('材料')} id="materials">
          <ItemForm of={file} />
          <Materials of={file} />
        </Section>
      </div>
      <Section title={charged('收费')} id="charges">
        <FileCharges caseNo={file.caseNo} />
        <FileEngagements caseNo={file.caseNo} />
      </Section>
      <Section title={responsible('责任')} id="responsibility">
        <Responsibility of={file} />
      </Section>
      <Section title={t('经过')} id="timeline">
        <Timeline of={file} />
      </Section>
    </>
  )
}
