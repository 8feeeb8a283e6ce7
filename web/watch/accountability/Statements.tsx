import { useState } from 'react'
import { listStatements, publishStatement, type StatementView } from '#modules/accountability/contract.ts'
import { STATUS_WORDS } from '#modules/accountability/terms.ts'
import {
  BLANKS,
  Button,
  DayText,
  FormDialog,
  listOf,
  Loaded,
  SelectField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { Go } from '#ui/registers/link.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 公布: what was said outside, with the files behind every number. */
export function Statements() {
  const t = useText()
  const permits = usePermits()
  const [open, setOpen] = useState(false)
  const found = useAnswer(listStatements, {})
  return (
    <div className="stack">
      {permits('accountability.propose') && (
        <div className="row">
          <Button onClick={() => setOpen(true)}>{t('公布处理情况')}</Button>
        </div>
      )}
      <Loaded of={found} empty={t('还没有公布。')}>
        {({ rows }) => (
          <ul className="plain stack">
            {rows.map((one) => (
              <li key={one.statement} className="sheet stack">
                <Statement of={one} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {open && <PublishForm onClose={() => setOpen(false)} />}
    </div>
  )
}

function Statement({ of }: { readonly of: StatementView }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <strong>{of.title}</strong>
      <div>
        <DayText day={of.from} />–<DayText day={of.until} /> · {t('共 {{count}} 件', { count: of.total })} ·{' '}
        {of.audience === 'public' ? t('社会') : t('系统内')}
        {of.corrections > 0 && ` · ${t('更正 {{count}} 次', { count: of.corrections })}`}
        {of.withdrawn && ` · ${t('已撤回')}`}
      </div>
      <div className="small">
        {of.byStatus
          .filter(({ count }) => count > 0)
          .map(
            ({ status, count }) => `${status === 'unit' ? t('单位') : said(STATUS_WORDS[status])} ${count}`,
          )
          .join(' · ')}
      </div>
      <ul className="plain small">
        {of.persons.map(({ file, name, unit, conduct, measure }, at) => (
          <li key={file ?? at}>
            {file && <Go to={`/accountability/${file}`}>{file}</Go>} {name} {unit && said(unit)}：
            {said(conduct)} → {said(measure)}
          </li>
        ))}
      </ul>
    </>
  )
}

function PublishForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const publish = useCommand(publishStatement, { refreshes: [listStatements] })
  const submit = (form: FormData) => {
    const audience = textOf(form, 'audience') === 'public' ? ('public' as const) : ('circular' as const)
    const body = {
      ...{ title: textOf(form, 'title'), from: textOf(form, 'from'), until: textOf(form, 'until'), audience },
      ...{
        files: listOf(form, 'files', BLANKS),
        named: listOf(form, 'named', BLANKS),
        total: Number(textOf(form, 'total')),
      },
    }
    publish.mutate({ body }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('公布处理情况')}
      busy={publish.isPending}
      problem={publish.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('标题')} name="title" required maxLength={100} />
      <TextField label={t('从')} name="from" type="date" required />
      <TextField label={t('到')} name="until" type="date" required />
      <TextField label={t('案卷（用逗号分开）')} name="files" required />
      <TextField label={t('点名的案卷（可不填）')} name="named" />
      <TextField label={t('总数')} name="total" type="number" min={0} required />
      <SelectField
        label={t('公开到')}
        name="audience"
        options={[
          { value: 'circular', text: t('系统内') },
          { value: 'public', text: t('社会') },
        ]}
      />
    </FormDialog>
  )
}
