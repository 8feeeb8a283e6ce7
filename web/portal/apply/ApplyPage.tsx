import { useState } from 'react'
import { type GuideView, getGuide } from '#modules/catalogue/contract.ts'
import { getDraft, ownProfile } from '#modules/residents/contract.ts'
import type { PersonFields } from '#modules/vault/contract.ts'
import { Failed, Loaded, Notice, Page, ProblemError, useAnswer, useSaid, Waiting } from '#ui/index.ts'
import { GoTo, pageAt, useAddress } from '../shell/address.tsx'
import { useResident } from '../shell/session.ts'
import { SignIn } from '../shell/SignIn.tsx'
import { type Application, emptyApplication, readDraft } from './draft.ts'
import { Form } from './Form.tsx'
import { useText } from './messages.ts'
import { Sent, type SentApplication } from './Sent.tsx'

/** 网上申请: sign in, one question a screen, look it over, send; then the number, the code and what comes next. */
export function ApplyPage({ item }: { readonly item: string }) {
  const guide = useAnswer(getGuide, { params: { item } })
  const [sent, setSent] = useState<SentApplication>()
  if (sent) return <Sent sent={sent} />
  return <Loaded of={guide}>{(view) => <Apply view={view} onSent={setSent} />}</Loaded>
}

interface ApplyProps {
  readonly view: GuideView
  readonly onSent: (sent: SentApplication) => void
}

function Apply({ view: { guide, standing }, onSent }: ApplyProps) {
  const t = useText()
  const said = useSaid()
  const resident = useResident()
  const { item, content } = guide
  const { channels, name } = content
  const open = standing.state === 'inForce' && (channels.includes('web') || channels.includes('mobile'))

  return (
    <Page
      title={t('申请：{{item}}', { item: said(name) })}
      up={<GoTo to={pageAt('guide', item)}>← {t('看指南')}</GoTo>}
    >
      {!open ? (
        <Notice>{t('这个事项现在不能在网上申请，请到窗口办理或看指南。')}</Notice>
      ) : resident.data ? (
        <Begun item={item} content={content} onSent={onSent} />
      ) : resident.error ? (
        <Failed problem={resident.error} again={resident.refetch} />
      ) : resident.isPending ? (
        <Waiting />
      ) : (
        <>
          <p className="prose">{t('先登录，填写的内容才能保存，申请后也才能找到。')}</p>
          <SignIn />
        </>
      )}
    </Page>
  )
}

interface BegunProps {
  readonly item: string
  readonly content: GuideView['guide']['content']
  readonly onSent: (sent: SentApplication) => void
}

/** From the draft if there is one, else from what the resident gave at another time. */
function Begun({ item, content, onSent }: BegunProps) {
  const { query } = useAddress()
  const draft = useAnswer(getDraft, { params: { item } })
  const profile = useAnswer(ownProfile, {})
  const [again, setAgain] = useState(false)
  const none = draft.error instanceof ProblemError && draft.error.status === 404
  if (draft.isPending || profile.isPending) return <Waiting />
  if (draft.error && !none) return <Failed problem={draft.error} again={draft.refetch} />
  const kept = draft.data && !again ? draft.data : undefined
  const known = kept ? readDraft(kept.content) : fromProfile(profile.data)
  const begin = { ...known, renews: query['renews'] ?? known.renews }
  return (
    <Form
      key={String(again)}
      item={item}
      content={content}
      begin={begin}
      savedAt={kept?.savedAt}
      known={!kept && begin.name !== ''}
      onAgain={() => setAgain(true)}
      onSent={onSent}
    />
  )
}

const fromProfile = (known: PersonFields | undefined): Application => ({
  ...emptyApplication,
  name: known?.name ?? '',
  documentKind: known?.documentKind ?? 'residentId',
  documentNumber: known?.documentNumber ?? '',
  phone: known?.phone ?? '',
  address: known?.address ?? '',
})
