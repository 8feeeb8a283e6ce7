import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Institution } from '#engines/registers/contract.ts'
import {
  exportEntries,
  getInstitution,
  type InstitutionView,
  listEntries,
  listInstitutions,
  openEntry,
} from '#modules/institutions/contract.ts'
import {
  addressOf,
  Button,
  Dialog,
  InstantText,
  Loaded,
  Page,
  Section,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useAddressAs, usePermits } from '#ui/staff/index.ts'
import { Entries, type RegisterAddress } from './Entries.tsx'
import { Examples } from './Examples.tsx'
import { ImportButton } from './ImportButton.tsx'
import { draftAt, entryAt, Go, useGo } from './link.ts'
import { useText } from './messages.ts'
import { RegisterFigures } from './RegisterFigures.tsx'
import { StaffReferences } from './StaffReferences.tsx'
import { StepForm } from './StepForm.tsx'
import './registers.css'

/** One register: its figures, its entries, a new entry, sheets, and the versions of its institution. */
export function RegisterPage() {
  const t = useText()
  const { institution = '' } = useParams({ strict: false }) as { institution?: string }
  const view = useAnswer(getInstitution, { params: { institution } })
  const said = useSaid()
  return (
    <Page
      title={view.data ? said(view.data.title) : t('制度台账')}
      {...(view.data ? { lead: said(view.data.purpose) } : {})}
      up={<Go to="/registers">← {t('制度台账')}</Go>}
    >
      <Loaded of={view}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

function Body({ of: view }: { readonly of: InstitutionView }) {
  const t = useText()
  const definition = view.definition as unknown as Institution
  const [address] = useAddressAs<RegisterAddress>()
  return (
    <>
      <Actions of={view} definition={definition} />
      {view.figures.length > 0 && !address.figure && (
        <Section title={t('指标')} id="figures">
          <RegisterFigures figures={view.figures} />
        </Section>
      )}
      <Section title={t('记录')} id="entries">
        <Entries definition={definition} figures={view.figures} />
      </Section>
      <Examples of={definition} />
      <Versions of={view} />
    </>
  )
}

function Actions({
  of: view,
  definition,
}: {
  readonly of: InstitutionView
  readonly definition: Institution
}) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const language = useLanguage()
  const [opening, setOpening] = useState(false)
  const sheet = (template: boolean) =>
    addressOf(exportEntries, {
      params: { institution: view.institution },
      query: { template: String(template), language: language === 'en' ? 'en' : 'zh' },
    })
  const first = definition.steps[0]
  return (
    <div className="row no-print">
      {view.mayOpen && (
        <Button look="main" onClick={() => setOpening(true)}>
          {first ? said(first.title) : t('登记')}
        </Button>
      )}
      <a className="button" href={sheet(false)}>
        {t('导出 Excel')}
      </a>
      {view.mayOpen && (
        <>
          <a className="button" href={sheet(true)}>
            {t('下载模板')}
          </a>
          <ImportButton institution={view.institution} />
        </>
      )}
      {permits('registers.draft') && <Go to={draftAt(view.institution)}>{t('修改制度')}</Go>}
      {opening && <Opening definition={definition} onClose={() => setOpening(false)} />}
    </div>
  )
}

function Opening({
  definition,
  onClose,
}: {
  readonly definition: Institution
  readonly onClose: () => void
}) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const go = useGo()
  const open = useCommand(openEntry, { refreshes: [getInstitution, listEntries, listInstitutions] })
  const step = definition.steps[0]
  if (!step) return null
  const send = (values: Record<string, unknown>) =>
    open.mutate(
      { params: { institution: definition.code }, body: { values: values as never } },
      {
        onSuccess: ({ entry }) => {
          say(t('已登记：{{entry}}', { entry }))
          onClose()
          go(entryAt(definition.code, entry))
        },
      },
    )
  return (
    <Dialog open title={`${said(definition.title)} · ${said(step.title)}`} onClose={onClose}>
      <StepForm
        {...{ definition, step, onClose }}
        References={StaffReferences}
        busy={open.isPending}
        problem={open.error}
        onSend={send}
      />
    </Dialog>
  )
}

function Versions({ of: { versions, definition } }: { readonly of: InstitutionView }) {
  const t = useText()
  const said = useSaid()
  const { basis } = definition as unknown as Institution
  return (
    <Section title={t('版本')} id="versions">
      <p className="prose small">
        {t('依据')} <span lang="zh">{basis || t('无文本依据的本地制度')}</span>
      </p>
      <ul className="small">
        {versions.map(({ version, publishedAt, publishedBy, draftedBy }) => (
          <li key={version}>
            {t('第 {{version}} 版', { version })} · <InstantText at={publishedAt} /> ·{' '}
            {t('起草 {{drafter}}，公布 {{publisher}}', {
              drafter: said(draftedBy),
              publisher: said(publishedBy),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
