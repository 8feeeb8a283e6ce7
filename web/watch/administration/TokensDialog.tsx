import { type FormEvent, useState } from 'react'
import { issueToken, listTokens, revokeToken, type TokenRow } from '#modules/access/contract.ts'
import {
  Button,
  type Column,
  Dialog,
  InstantText,
  Loaded,
  Notice,
  Table,
  TextField,
  useAnswer,
  useCommand,
  useToast,
} from '#ui/index.ts'
import { Refused } from './Refused.tsx'
import { useText } from './messages.ts'

interface TokensDialogProps {
  readonly account: string
  readonly onClose: () => void
}

/** Bearer tokens of a department's system. A token's text is shown once and kept nowhere. */
export function TokensDialog({ account, onClose }: TokensDialogProps) {
  const t = useText()
  const tokens = useAnswer(listTokens, { params: { account } })
  const columns = useTokenColumns(account)
  return (
    <Dialog open title={t('{{account}} 的令牌', { account })} onClose={onClose}>
      <Loaded of={tokens} empty={t('还没有令牌。')}>
        {({ rows }) => (
          <Table caption={t('令牌')} rows={rows} rowKey={(row) => row.token} columns={columns} />
        )}
      </Loaded>
      <IssueForm account={account} />
      <div>
        <Button onClick={onClose}>{t('关闭')}</Button>
      </div>
    </Dialog>
  )
}

function useTokenColumns(account: string): Array<Column<TokenRow>> {
  const t = useText()
  return [
    { key: 'title', title: t('用途'), cell: (row) => row.title },
    { key: 'expires', title: t('有效至'), cell: (row) => <InstantText at={row.expiresAt} /> },
    { key: 'revoke', title: t('可做'), cell: (row) => <Revoke account={account} row={row} /> },
  ]
}

function Revoke({ account, row }: { readonly account: string; readonly row: TokenRow }) {
  const t = useText()
  const say = useToast()
  const revoke = useCommand(revokeToken, { refreshes: [listTokens] })
  const onSuccess = () => say(t('令牌已撤销。'))
  return (
    <>
      <Button
        look="danger"
        busy={revoke.isPending}
        aria-label={`${t('撤销令牌')} ${row.title}`}
        onClick={() => revoke.mutate({ params: { account, token: row.token } }, { onSuccess })}
      >
        {t('撤销令牌')}
      </Button>
      <Refused problem={revoke.error} />
    </>
  )
}

const USUAL_DAYS = 365

function IssueForm({ account }: { readonly account: string }) {
  const t = useText()
  const issue = useCommand(issueToken, { refreshes: [listTokens] })
  const [bearer, setBearer] = useState<string>()

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const body = { title: String(given.get('title') ?? '').trim(), days: Number(given.get('days')) }
    const onSuccess = (token: { bearer: string }) => (setBearer(token.bearer), form.reset())
    issue.mutate({ params: { account }, body }, { onSuccess })
  }

  return (
    <form className="form" onSubmit={onSubmit}>
      <Refused problem={issue.error} />
      {bearer && (
        <Notice tone="yellow" role="status">
          <p>{t('请立即抄录，关闭后不再显示：')}</p>
          <code className="details-json">{bearer}</code>
        </Notice>
      )}
      <TextField label={t('用途')} name="title" maxLength={100} required />
      <TextField
        label={t('有效天数')}
        name="days"
        type="number"
        min={1}
        max={730}
        defaultValue={USUAL_DAYS}
        required
      />
      <div>
        <Button type="submit" look="main" busy={issue.isPending}>
          {t('发放令牌')}
        </Button>
      </div>
    </form>
  )
}
