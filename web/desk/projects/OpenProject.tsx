import { useState } from 'react'
import { listPermitMaps } from '#modules/catalogue/contract.ts'
import { PROJECT_KIND_WORDS, PROJECT_KINDS } from '#modules/catalogue/terms.ts'
import { listProjects, openProject } from '#modules/cases/contract.ts'
import {
  Button,
  Dialog,
  FormDialog,
  SelectField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { centsOf } from '../money/cents.ts'
import { useText } from './messages.ts'

/** 立卷: the company, what it invests, and the map that its formalities are taken from. */
export function OpenProject({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const maps = useAnswer(listPermitMaps, {})
  const open = useCommand(openProject, { refreshes: [listProjects] })
  const [slip, setSlip] = useState<{ project: string; code: string } | null>(null)
  if (slip)
    return (
      <Dialog open title={t('项目立卷')} onClose={onClose}>
        <p>
          <strong>{t('项目编号 {{project}}，查询码 {{code}}。请告知企业。', slip)}</strong>
        </p>
        <Button look="main" onClick={onClose}>
          {t('知道了')}
        </Button>
      </Dialog>
    )
  const submit = (given: FormData) => {
    const company = {
      kind: 'legal' as const,
      name: textOf(given, 'company'),
      documentKind: 'creditCode' as const,
      documentNumber: textOf(given, 'creditCode'),
      phone: textOf(given, 'phone'),
    }
    const body = {
      ...{ name: textOf(given, 'name'), company, map: textOf(given, 'map') || null },
      kind: textOf(given, 'kind') as (typeof PROJECT_KINDS)[number],
      investment: (centsOf(given, 'investment') ?? 0) * 10_000,
    }
    open.mutate({ params: { project: textOf(given, 'project') }, body }, { onSuccess: setSlip })
  }
  return (
    <FormDialog
      title={t('项目立卷')}
      action={t('项目立卷')}
      busy={open.isPending}
      problem={open.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label={t('项目编码')} name="project" pattern="[a-z0-9][a-z0-9\-]{1,59}" required />
      <TextField label={t('项目名称')} name="name" minLength={2} maxLength={120} required />
      <TextField label={t('企业名称')} name="company" maxLength={100} required />
      <TextField label={t('统一社会信用代码')} name="creditCode" maxLength={40} required />
      <TextField label={t('联系手机')} name="phone" type="tel" maxLength={30} required />
      <SelectField
        label={t('项目类型')}
        name="kind"
        options={PROJECT_KINDS.map((value) => ({ value, text: said(PROJECT_KIND_WORDS[value]) }))}
      />
      <TextField label={t('投资额（万元）')} name="investment" type="number" min="0" step="0.01" required />
      <SelectField
        label={t('手续图')}
        name="map"
        required
        options={(maps.data?.rows ?? []).map(({ type, name }) => ({ value: type, text: said(name) }))}
      />
    </FormDialog>
  )
}
