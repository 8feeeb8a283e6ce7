import { useState } from 'react'
import { agencyFigures, endAgent, listAgents, nameAgent } from '#modules/cases/contract.ts'
import { AGENCY_KIND_WORDS, AGENCY_KINDS } from '#modules/cases/terms.ts'
import {
  Button,
  FormDialog,
  listOf,
  Loaded,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits, useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 代办员: who acts for which village; named by the head of the service centre. */
export function Agents() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [naming, setNaming] = useState(false)
  const [ending, setEnding] = useState<string | null>(null)
  const agents = useAnswer(listAgents, {})
  const arranges = permits('agency.arrange')
  return (
    <div className="stack">
      {arranges && (
        <div>
          <Button look="main" onClick={() => setNaming(true)}>
            {t('确定代办员')}
          </Button>
        </div>
      )}
      <Loaded of={agents} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有代办员')}>
        {({ rows }) => (
          <ul className="agency-list">
            {rows.map(({ account, name, unitName, kind, phone, items }) => (
              <li key={account} className="sheet">
                <strong>
                  {said(unitName)} · {name}
                </strong>
                <br />
                <span className="small">
                  {said(AGENCY_KIND_WORDS[kind])} · {phone} · {items.map((one) => said(one.name)).join('、')}
                </span>
                {arranges && (
                  <div>
                    <Button look="quiet" onClick={() => setEnding(account)}>
                      {t('卸任')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {naming && <Name onClose={() => setNaming(false)} />}
      {ending && <End account={ending} onClose={() => setEnding(null)} />}
    </div>
  )
}

function Name({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const session = useSession()
  const name = useCommand(nameAgent, { refreshes: [listAgents, agencyFigures] })
  const submit = (given: FormData) => {
    const through = given.get('through') !== null
    const body = {
      kind: textOf(given, 'kind') as (typeof AGENCY_KINDS)[number],
      unit: textOf(given, 'unit'),
      phone: textOf(given, 'phone'),
      items: listOf(given, 'items'),
      township: through ? (session.unit?.id ?? null) : null,
    }
    name.mutate({ params: { account: textOf(given, 'account') }, body }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('确定代办员')}
      action={t('确定代办员')}
      busy={name.isPending}
      problem={name.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label={t('账号')} name="account" autoComplete="off" required />
      <TextField label={t('单位编码')} name="unit" autoComplete="off" required />
      <SelectField
        label={t('类型')}
        name="kind"
        options={AGENCY_KINDS.map((value) => ({ value, text: said(AGENCY_KIND_WORDS[value]) }))}
      />
      <TickField label={t('经本中心收件')} name="through" defaultChecked />
      <TextField label={t('电话')} name="phone" type="tel" required />
      <TextAreaField label={t('可代办事项（编码，逗号分开）')} name="items" rows={3} required />
    </FormDialog>
  )
}

function End({ account, onClose }: { readonly account: string; readonly onClose: () => void }) {
  const t = useText()
  const end = useCommand(endAgent, { refreshes: [listAgents, agencyFigures] })
  return (
    <FormDialog
      title={`${t('卸任')} ${account}`}
      action={t('卸任')}
      busy={end.isPending}
      problem={end.error}
      onClose={onClose}
      onSubmit={(given) =>
        end.mutate({ params: { account }, body: { reason: textOf(given, 'reason') } }, { onSuccess: onClose })
      }
    >
      <TextField label={t('理由')} name="reason" minLength={2} maxLength={300} required />
    </FormDialog>
  )
}
