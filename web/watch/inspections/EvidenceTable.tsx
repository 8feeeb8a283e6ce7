import { useEffect, useState } from 'react'
import { type EvidenceView, readEvidence } from '#modules/inspections/contract.ts'
import { EVIDENCE_KINDS } from '#modules/inspections/terms.ts'
import {
  callForBytes,
  type Column,
  Dialog,
  FormButton,
  InstantText,
  Notice,
  ProblemError,
  Table,
  TextField,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

interface EvidenceTableProps {
  readonly visit: string
  readonly rows: readonly EvidenceView[]
}

/** Evidence with its hash, place and both times; whoever opens a file says what for. */
export function EvidenceTable({ visit, rows }: EvidenceTableProps) {
  const t = useText()
  const said = useSaid()
  const may = usePermits()
  const columns: Array<Column<EvidenceView>> = [
    {
      key: 'kind',
      title: t('种类'),
      cell: ({ kind, caption, text }) => `${said(EVIDENCE_KINDS[kind])} ${caption || text}`,
      text: ({ kind, caption, text }) => `${said(EVIDENCE_KINDS[kind])} ${caption || text}`,
    },
    {
      key: 'taken',
      title: t('时间'),
      cell: ({ takenAt }) => <InstantText at={takenAt} />,
      text: ({ takenAt }) => takenAt,
    },
    {
      key: 'received',
      title: t('收到'),
      cell: ({ receivedAt }) => <InstantText at={receivedAt} />,
      text: ({ receivedAt }) => receivedAt,
    },
    {
      key: 'place',
      title: t('位置'),
      cell: ({ position }) => (position ? `${position.latitude}, ${position.longitude}` : '–'),
      text: ({ position }) => (position ? `${position.latitude}, ${position.longitude}` : ''),
    },
    {
      key: 'hash',
      title: t('校验值'),
      cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}…</code>,
      text: ({ sha256 }) => sha256,
    },
    {
      key: 'open',
      title: t('查看'),
      cell: (row) =>
        may('inspections.evidence') && row.kind !== 'note' ? (
          <OpenEvidence visit={visit} evidence={row} />
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Table
      caption={t('证据')}
      rows={rows}
      columns={columns}
      rowKey={({ evidence }) => evidence}
      exportAs="xiaoneng-evidence"
    />
  )
}

function OpenEvidence({
  visit,
  evidence: { evidence, kind },
}: {
  readonly visit: string
  readonly evidence: EvidenceView
}) {
  const t = useText()
  const said = useSaid()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const [address, setAddress] = useState<string>()
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  const open = async (purpose: string, done: () => void) => {
    setBusy(true)
    setProblem(null)
    try {
      const bytes = await callForBytes(readEvidence, { params: { visit, evidence }, query: { purpose } })
      setAddress(URL.createObjectURL(bytes))
      done()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <FormButton
        title={t('查看')}
        action={t('查看')}
        problem={problem}
        busy={busy}
        onSubmit={(form, done) => void open(String(form.get('purpose') ?? ''), done)}
      >
        <TextField
          label={t('为什么查看这份证据')}
          name="purpose"
          minLength={2}
          maxLength={200}
          required
          data-first-focus
        />
      </FormButton>
      <Dialog
        open={address !== undefined}
        title={said(EVIDENCE_KINDS[kind])}
        onClose={() => setAddress(undefined)}
        wide
      >
        {kind === 'sound' ? (
          <a href={address} download={`${evidence}.webm`}>
            {t('查看')}
          </a>
        ) : (
          <img className="inspections-photo" src={address} alt={said(EVIDENCE_KINDS[kind])} />
        )}
        {problem && <Notice tone="red">{said(problem.text)}</Notice>}
      </Dialog>
    </>
  )
}
