import { type FormEvent, useState } from 'react'
import {
  listEfficiencySettings,
  setEfficiencySetting,
  type SettingView,
} from '#modules/supervision/contract.ts'
import {
  Button,
  Dialog,
  Loaded,
  Table,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 设定: the numbers that figures are judged by, each with its first day and reason. */
export function Settings() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const settings = useAnswer(listEfficiencySettings, {})
  const [changing, setChanging] = useState<SettingView>()
  return (
    <Loaded of={settings}>
      {({ rows }) => (
        <>
          <p className="soft small prose">{t('只能从今天或以后起算，已经统计过的期间不变。')}</p>
          <Table
            caption={t('设定')}
            rows={rows}
            rowKey={({ name }) => name}
            exportAs="xiaoneng-settings"
            columns={[
              {
                key: 'title',
                title: t('数字'),
                cell: (row) => (
                  <>
                    {permits('efficiency.set') ? (
                      <Button look="quiet" onClick={() => setChanging(row)}>
                        {said(row.title)}
                      </Button>
                    ) : (
                      said(row.title)
                    )}
                    {row.set.map(({ subject, from, value, reason }) => (
                      <div key={`${subject}${from}`} className="soft small">
                        {from} · {subject} {value} · {reason}
                      </div>
                    ))}
                  </>
                ),
                text: (row) => said(row.title),
              },
              {
                key: 'value',
                title: t('现值'),
                numeric: true,
                cell: (row) => <strong>{row.value === '' ? '–' : row.value}</strong>,
                text: (row) => row.value,
              },
              {
                key: 'usual',
                title: t('通用值'),
                numeric: true,
                cell: (row) => row.usual || '–',
                text: (row) => row.usual,
              },
            ]}
          />
          {changing && <ChangeDialog of={changing} onClose={() => setChanging(undefined)} />}
        </>
      )}
    </Loaded>
  )
}

function ChangeDialog({ of, onClose }: { readonly of: SettingView; readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [value, setValue] = useState(String(of.value))
  const [subject, setSubject] = useState('')
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const set = useCommand(setEfficiencySetting, { refreshes: [listEfficiencySettings] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = typeof of.usual === 'number' ? Number(value) : value
    set.mutate(
      { params: { name: of.name }, body: { subject, from, value: given, reason } },
      {
        onSuccess: () => {
          say(t('已保存'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open title={said(of.title)} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t('新值')}
          required
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        {of.perItem && (
          <TextField label={t('事项')} value={subject} onChange={(event) => setSubject(event.target.value)} />
        )}
        <TextField
          label={t('起算日')}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t('理由')}
          required
          minLength={5}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {set.error && <p role="alert">{set.error.message}</p>}
        <Button look="main" type="submit" disabled={set.isPending}>
          {t('保存')}
        </Button>
      </form>
    </Dialog>
  )
}
