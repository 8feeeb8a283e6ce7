import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type EnquiryView, getEnquiry } from '#modules/hall/contract.ts'
import { ENQUIRY_OUTCOME_NAMES, ENQUIRY_STATUS_NAMES } from '#modules/hall/terms.ts'
import { Button, InstantText, Loaded, Notice, Page, Section, useAnswer, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { Fact } from '../files/FileHead.tsx'
import { Go } from '../shell/Go.tsx'
import { Owner } from './EnquiriesPage.tsx'
import { useText } from './messages.ts'
import { ReferForm } from './ReferForm.tsx'
import { SettleForm } from './SettleForm.tsx'
import { Slip } from './Slip.tsx'

/** One question: who was asked, what became of it, and the slips it left with. */
export function EnquiryPage() {
  const t = useText()
  const { enquiry = '' } = useParams({ strict: false }) as { enquiry?: string }
  const found = useAnswer(getEnquiry, { params: { enquiry } })
  return (
    <Page title={t('首问 {{enquiry}}', { enquiry })} up={<Go at="/enquiries">← {t('首问转办')}</Go>}>
      <Loaded of={found}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

function Body({ of: enquiry }: { readonly of: EnquiryView }) {
  const t = useText()
  const said = useSaid()
  const { permissions } = useSession()
  const [open, setOpen] = useState<'settle' | 'refer' | null>(null)
  const { matter, first, status, settled, counter, askedAt, handOverMinutes } = enquiry
  return (
    <>
      <dl className="facts sheet no-print">
        <Fact name={t('问的事')}>
          <strong>{matter}</strong>
          {counter && <div className="small soft">{t('问于 {{counter}} 窗口', { counter })}</div>}
        </Fact>
        <Fact name={t('首问责任人')}>
          {first.name}
          <div className="small soft">
            {said(first.unit)} · <InstantText at={askedAt} />
          </div>
        </Fact>
        <Fact name={t('现在由谁负责')}>
          <Owner of={enquiry} />
        </Fact>
        <Fact name={t('状态')}>
          {said(ENQUIRY_STATUS_NAMES[status])}
          {handOverMinutes !== null && (
            <div className="small soft">{t('{{minutes}} 分钟', { minutes: handOverMinutes })}</div>
          )}
        </Fact>
      </dl>
      {settled && (
        <Notice>
          {said(ENQUIRY_OUTCOME_NAMES[settled.outcome])} · {t('已有结果：{{text}}', { text: settled.text })}{' '}
          {settled.caseNo && <Go at={`/files/${settled.caseNo}`}>{settled.caseNo}</Go>}
        </Notice>
      )}
      {!settled && permissions.includes('enquiries.handle') && (
        <div className="row no-print">
          <Button look="main" onClick={() => setOpen('settle')}>
            {t('答复办结')}
          </Button>
          <Button onClick={() => setOpen('refer')}>{t('出具转办单')}</Button>
        </div>
      )}
      <Section title={t('转办经过')} id="slips">
        {enquiry.slips.length === 0 && <p className="soft">{t('还没有转办')}</p>}
        {enquiry.slips.map((slip) => (
          <Slip key={slip.slip} of={slip} enquiry={enquiry} />
        ))}
      </Section>
      {open === 'settle' && <SettleForm enquiry={enquiry.enquiry} onClose={() => setOpen(null)} />}
      {open === 'refer' && <ReferForm enquiry={enquiry.enquiry} onClose={() => setOpen(null)} />}
    </>
  )
}
