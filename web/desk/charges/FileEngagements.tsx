import { useState } from 'react'
import {
  engageIntermediary,
  type FileEngagements as Engagements,
  fileEngagements,
  finishEngagement,
  listIntermediaries,
} from '#modules/cases/contract.ts'
import {
  Button,
  FormDialog,
  sayMoney,
  SelectField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { centsOf } from '../money/cents.ts'
import { useText } from './messages.ts'

/** 中介服务 of a case: whom the applicant chose, and how many of the case's days it has taken. */
export function FileEngagements({ caseNo }: { readonly caseNo: string }) {
  const t = useText()
  const [doing, setDoing] = useState<'engage' | number | null>(null)
  const { data } = useAnswer(fileEngagements, { params: { caseNo } })
  if (!data || (data.rows.length === 0 && (data.choices.length === 0 || !data.mayEngage))) return null
  const { rows, choices, mayEngage } = data
  return (
    <div className="stack">
      <p className="soft small">{t('中介由申请人自主选择，用时计入办理时限。')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.number}>
            <Row of={row} />
            {mayEngage && row.doneAt === null && (
              <Button look="quiet" onClick={() => setDoing(row.number)}>
                {t('收到成果')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEngage && choices.length > 0 && (
        <div className="no-print">
          <Button onClick={() => setDoing('engage')}>{t('登记中介')}</Button>
        </div>
      )}
      {doing === 'engage' && <Engage caseNo={caseNo} choices={choices} onClose={() => setDoing(null)} />}
      {typeof doing === 'number' && <Finish caseNo={caseNo} number={doing} onClose={() => setDoing(null)} />}
    </div>
  )
}

function Row({ of: row }: { readonly of: Engagements['rows'][number] }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return (
    <>
      {said(row.serviceName)} · {row.name} · {sayMoney(row.cents, language)} ·{' '}
      {t('第 {{days}} 个工作日，时限 {{limit}} 个', { days: row.days, limit: row.limitDays })}
      {row.late && <strong> {t('▲ 已超时')}</strong>}
      {row.onlyChoice && <strong> {t('▲ 只有一家可选')}</strong>}
      {row.result && ` · ${t('成果：{{result}}', { result: row.result })}`}
    </>
  )
}

interface EngageProps {
  readonly caseNo: string
  readonly choices: Engagements['choices']
  readonly onClose: () => void
}

function Engage({ caseNo, choices, onClose }: EngageProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const engage = useCommand(engageIntermediary, { refreshes: [fileEngagements, listIntermediaries] })
  const submit = (given: FormData) => {
    const [service = '', intermediary = ''] = textOf(given, 'choice').split('/')
    const chosenBy = textOf(given, 'chosenBy') as 'applicant' | 'office'
    engage.mutate(
      { params: { caseNo }, body: { service, intermediary, cents: centsOf(given, 'price') ?? 0, chosenBy } },
      { onSuccess: onClose },
    )
  }
  return (
    <FormDialog
      title={t('登记中介')}
      action={t('登记中介')}
      busy={engage.isPending}
      problem={engage.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t('服务和机构')}
        name="choice"
        options={choices.map((one) => ({
          value: `${one.service}/${one.intermediary}`,
          text: `${said(one.name)} · ${one.intermediaryName} · ≤ ${sayMoney(one.cents, language)}`,
        }))}
      />
      <TextField label={t('约定价格（元）')} name="price" type="number" min="0" step="0.01" required />
      <SelectField
        label={t('谁选定的')}
        name="chosenBy"
        options={[
          { value: 'applicant', text: t('申请人自己选的') },
          { value: 'office', text: t('办理单位指定的') },
        ]}
      />
    </FormDialog>
  )
}

function Finish({
  caseNo,
  number,
  onClose,
}: {
  readonly caseNo: string
  readonly number: number
  readonly onClose: () => void
}) {
  const t = useText()
  const finish = useCommand(finishEngagement, { refreshes: [fileEngagements, listIntermediaries] })
  return (
    <FormDialog
      title={t('收到成果')}
      action={t('收到成果')}
      busy={finish.isPending}
      problem={finish.error}
      onClose={onClose}
      onSubmit={(given) =>
        finish.mutate(
          { params: { caseNo, number }, body: { result: textOf(given, 'result') } },
          { onSuccess: onClose },
        )
      }
    >
      <TextField label={t('成果名称或文号')} name="result" maxLength={200} required />
    </FormDialog>
  )
}
