import { useState } from 'react'
import { checkPledge, listPledges, type PledgeRow } from '#modules/cases/contract.ts'
import {
  Button,
  DueText,
  FormDialog,
  InstantText,
  Loaded,
  SelectField,
  Table,
  TextAreaField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { fileColumn } from './file-column.tsx'
import { useText } from './messages.ts'
import { today } from './today.ts'

/** 告知承诺的事后核查: what is still to be checked stands first. */
export function Pledges({ mayCheck }: { readonly mayCheck: boolean }) {
  const t = useText()
  const said = useSaid()
  const pledges = useAnswer(listPledges, {})
  const [checking, setChecking] = useState<PledgeRow | null>(null)
  return (
    <>
      <Loaded of={pledges} empty={t('没有告知承诺的件。')}>
        {({ rows }) => (
          <Table
            caption={t('承诺核查')}
            rows={rows}
            rowKey={({ caseNo }) => caseNo}
            exportAs={t('承诺核查')}
            columns={[
              fileColumn<PledgeRow>(t('办件'), ({ itemName }) => <>{said(itemName)}</>),
              {
                key: 'applicant',
                title: t('申请人'),
                cell: ({ applicant }) => applicant,
                text: ({ applicant }) => applicant,
              },
              {
                key: 'signed',
                title: t('签署'),
                cell: ({ signedAt }) => <InstantText at={signedAt} />,
                text: ({ signedAt }) => signedAt,
              },
              {
                key: 'due',
                title: t('核查期限'),
                cell: ({ dueAt, overdue }) => (
                  <>
                    <DueText at={dueAt} /> {overdue && <span className="left-over">{t('逾期未核查')}</span>}
                  </>
                ),
                text: ({ dueAt }) => dueAt,
              },
              {
                key: 'found',
                title: t('核查结果'),
                cell: (row) => (
                  <>
                    <Found of={row} />
                    {row.open && mayCheck && (
                      <Button onClick={() => setChecking(row)}>{t('登记核查')}</Button>
                    )}
                  </>
                ),
                text: ({ checks }) => checks.at(-1)?.finding ?? '',
              },
            ]}
          />
        )}
      </Loaded>
      {checking && <CheckForm pledge={checking} onClose={() => setChecking(null)} />}
    </>
  )
}

function Found({ of: { checks, barredUntil } }: { readonly of: PledgeRow }) {
  const t = useText()
  return checks.map(({ checkedOn, result, finding, consequence, mendBy }, index) => (
    <div key={index}>
      {checkedOn} {result === 'kept' ? t('属实') : <strong className="left-over">{t('不实')}</strong>}
      <div className="soft small">{finding}</div>
      {consequence === 'revoked' && t('撤销决定，{{until}} 前不得再承诺', { until: barredUntil ?? '' })}
      {consequence === 'mend' && t('{{by}} 前改正', { by: mendBy ?? '' })}
    </div>
  ))
}

function CheckForm({ pledge, onClose }: { readonly pledge: PledgeRow; readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const check = useCommand(checkPledge, { refreshes: [listPledges] })
  const [result, setResult] = useState<'kept' | 'broken'>('kept')
  const [consequence, setConsequence] = useState<'revoked' | 'mend'>('revoked')
  const submit = (form: FormData) =>
    check.mutate(
      {
        params: { caseNo: pledge.caseNo },
        body: {
          checkedOn: textOf(form, 'checkedOn'),
          result,
          finding: textOf(form, 'finding'),
          consequence: result === 'broken' ? consequence : null,
          mendBy: textOf(form, 'mendBy') || null,
        },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={`${t('登记核查')} ${pledge.caseNo}`}
      action={t('登记')}
      danger={result === 'broken'}
      busy={check.isPending}
      problem={check.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('核查日期')}
        name="checkedOn"
        type="date"
        defaultValue={today()}
        max={today()}
        required
      />
      <SelectField
        label={t('核查结果')}
        value={result}
        onChange={({ target }) => setResult(target.value as typeof result)}
        options={[
          { value: 'kept', text: t('属实') },
          { value: 'broken', text: t('不实') },
        ]}
      />
      <TextAreaField label={t('发现的情况')} name="finding" rows={3} maxLength={2000} required />
      {result === 'broken' && (
        <>
          <p className="soft small">{said(pledge.consequence)}</p>
          <SelectField
            label={t('不实的处理（须由负责人认定）')}
            value={consequence}
            onChange={({ target }) => setConsequence(target.value as typeof consequence)}
            options={[
              { value: 'revoked', text: t('撤销决定') },
              { value: 'mend', text: t('限期改正') },
            ]}
          />
          {consequence === 'mend' && <TextField label={t('改正期限')} name="mendBy" type="date" required />}
        </>
      )}
    </FormDialog>
  )
}
