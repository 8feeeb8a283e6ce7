import * as contract from '#modules/cases/contract.ts'
import { SelectField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useText } from '../action-messages.ts'
import { type ActionForm, type FieldsProps, ReasonFields, text, ticked } from './form.tsx'

export const TIMING_FORMS = {
  suspend: {
    endpoint: contract.suspendFile,
    look: 'usual',
    Fields: SuspendFields,
    body: (given) => ({
      ground: text(given, 'ground'),
      document: text(given, 'document'),
      told: ticked(given, 'told'),
      needs: text(given, 'needs') ? `${text(given, 'needs')}W` : null,
    }),
  },
  resume: {
    endpoint: contract.resumeFile,
    look: 'main',
    Fields: DocumentFields,
    body: (given) => ({ document: text(given, 'document') }),
  },
  askExtension: {
    endpoint: contract.askExtension,
    look: 'usual',
    Fields: ExtensionFields,
    body: (given) => ({ by: `${text(given, 'days')}W`, reason: text(given, 'reason') }),
  },
  grantExtension: {
    endpoint: contract.grantExtension,
    look: 'main',
    Fields: GrantFields,
    body: (given) => ({ told: ticked(given, 'told') }),
  },
  refuseExtension: {
    endpoint: contract.refuseExtension,
    look: 'usual',
    Fields: ReasonFields,
    body: (given) => ({ reason: text(given, 'reason') }),
  },
} satisfies Record<string, ActionForm>

function SuspendFields({ file }: FieldsProps) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <SelectField
        label={t('法定情形')}
        name="ground"
        options={file.suspensionGrounds.map(({ code, ...ground }) => ({ value: code, text: said(ground) }))}
      />
      <TextField
        label={t('所需时间（工作日，书面告知申请人；不填按办事指南）')}
        name="needs"
        type="number"
        min={1}
        max={365}
      />
      <DocumentFields />
      <TickField name="told" label={t('已书面告知申请人')} defaultChecked />
    </>
  )
}

function DocumentFields() {
  const t = useText()
  return <TextField label={t('文书名称和文号')} name="document" maxLength={200} required />
}

function ExtensionFields() {
  const t = useText()
  return (
    <>
      <TextField
        label={t('延长多少个工作日')}
        name="days"
        type="number"
        min={1}
        max={60}
        defaultValue="5"
        required
      />
      <ReasonFields />
    </>
  )
}

function GrantFields({ file }: FieldsProps) {
  const t = useText()
  return (
    <>
      <p>{t('批准后时限按申请的天数顺延，并出具延期告知书。')}</p>
      <p>{file.extension?.reason}</p>
      <TickField name="told" label={t('已书面告知申请人')} defaultChecked />
    </>
  )
}
