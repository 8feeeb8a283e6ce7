import { useParams } from '@tanstack/react-router'
import { type FormEvent } from 'react'
import type { Institution } from '#engines/registers/contract.ts'
import {
  type DraftView,
  getInstitution,
  getRegisterDraft,
  listInstitutions,
  saveRegisterDraft,
} from '#modules/institutions/contract.ts'
import {
  Button,
  Failed,
  Loaded,
  Notice,
  Page,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { draftAt, Go, registerAt, useGo } from '../link.ts'
import '../registers.css'
import { blankInstitution } from './blank.ts'
import { Designer } from './Designer.tsx'
import { useText } from './messages.ts'

/** 制度设计: an institution made or changed by the office itself. */
export function DesignerPage() {
  const { institution = '' } = useParams({ strict: false }) as { institution?: string }
  return institution === 'new' ? <NewInstitution /> : <Existing institution={institution} />
}

function Existing({ institution }: { readonly institution: string }) {
  const t = useText()
  const said = useSaid()
  const draft = useAnswer(getRegisterDraft, { params: { institution } })
  const noDraft = draft.error?.code === 'register.no-draft'
  const inForce = useAnswer(getInstitution, { params: { institution } }, { enabled: noDraft })
  const title = (draft.data ?? inForce.data)?.definition as unknown as Institution | undefined
  return (
    <Page
      title={t('制度设计：{{title}}', { title: title ? said(title.title) : institution })}
      lead={t(
        '不用编程：说明填写什么、谁办哪一步、几天内、什么要提示。保存后校验，试运行后由另一人公布；已有记录保持原版本。',
      )}
      up={<Go to={registerAt(institution)}>← {institution}</Go>}
    >
      {noDraft ? (
        <Loaded of={inForce}>{({ definition }) => <FromDraft definition={definition} />}</Loaded>
      ) : draft.error ? (
        <Failed problem={draft.error} again={draft.refetch} />
      ) : draft.data ? (
        <FromDraft definition={draft.data.definition} draft={draft.data} />
      ) : (
        <Waiting />
      )}
    </Page>
  )
}

interface FromDraftProps {
  readonly definition: Readonly<Record<string, unknown>>
  readonly draft?: DraftView
}

/** Another draft than the one begun with begins anew; saving it does not. */
const FromDraft = ({ definition, draft }: FromDraftProps) => {
  const start = definition as unknown as Institution
  return <Designer key={start.code} start={start} draft={draft} />
}

function NewInstitution() {
  const t = useText()
  const said = useSaid()
  const go = useGo()
  const save = useCommand(saveRegisterDraft, { refreshes: [listInstitutions] })
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const institution = text('code')
    const definition = blankInstitution(institution, text('zh'), text('en'))
    save.mutate(
      { params: { institution }, body: { definition: { ...definition } } },
      { onSuccess: () => go(draftAt(institution)) },
    )
  }
  return (
    <Page title={t('新建制度')} up={<Go to="/registers">←</Go>}>
      <form className="form stack" onSubmit={begin}>
        {save.error && (
          <Notice tone="red" role="alert">
            {said(save.error.text)}
          </Notice>
        )}
        <TextField
          label={t('代码')}
          name="code"
          hint={t('小写字母开头，字母、数字、连字符；公布后不改')}
          pattern="[a-z][a-zA-Z0-9\-]{0,59}"
          autoComplete="off"
          required
        />
        <TextField label={t('名称')} name="zh" minLength={2} maxLength={200} required />
        <TextField label={t('英文名称')} name="en" minLength={2} maxLength={300} required />
        <div>
          <Button type="submit" look="main" busy={save.isPending}>
            {t('开始设计')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
