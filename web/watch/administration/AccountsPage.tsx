import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AccountRow, listAccounts, setAccountStatus } from '#modules/access/contract.ts'
import {
  Button,
  type Column,
  Confirm,
  InstantText,
  Loaded,
  Page,
  Table,
  useCommand,
  useRows,
  useToast,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { NewAccountDialog } from './NewAccountDialog.tsx'
import { Refused } from './Refused.tsx'
import { RolesDialog } from './RolesDialog.tsx'
import { TokensDialog } from './TokensDialog.tsx'
import { useRoleWord } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import './administration.css'

type Asked =
  { readonly what: 'new' } | { readonly what: 'roles' | 'suspend' | 'tokens'; readonly row: AccountRow }

export function AccountsPage() {
  const t = useText()
  const permits = usePermits()
  const accounts = useRows(listAccounts, { query: {} })
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = useAccountColumns(setAsked)
  const close = () => setAsked(null)

  return (
    <Page
      title={t('账号')}
      lead={t('系统管理员新建、停用账号；安全管理员授予角色。')}
      up={<Link to="/administration">← {t('管理')}</Link>}
      actions={
        permits('accounts.create') && (
          <Button look="main" onClick={() => setAsked({ what: 'new' })}>
            {t('新建账号')}
          </Button>
        )
      }
    >
      <Loaded of={accounts} empty={t('还没有账号。')}>
        {({ rows, total }) => (
          <Table
            caption={t('账号')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.account}
            total={total}
            more={accounts}
            exportAs="xiaoneng-accounts"
          />
        )}
      </Loaded>
      <NewAccountDialog open={asked?.what === 'new'} onClose={close} />
      {asked?.what === 'roles' && <RolesDialog key={asked.row.account} row={asked.row} onClose={close} />}
      {asked?.what === 'tokens' && <TokensDialog account={asked.row.account} onClose={close} />}
      {asked?.what === 'suspend' && <SuspendConfirm row={asked.row} onClose={close} />}
    </Page>
  )
}

function useAccountColumns(ask: (asked: Asked) => void): Array<Column<AccountRow>> {
  const t = useText()
  const permits = usePermits()
  const roleWord = useRoleWord()
  const unitName = useUnitName()
  const roles = (row: AccountRow) => row.roles.map(roleWord).join(' · ') || t('无角色')
  const state = (row: AccountRow) => t(row.status === 'active' ? '在用' : '已停用')
  const columns: Array<Column<AccountRow>> = [
    { key: 'account', title: t('账号名'), cell: (row) => row.account, text: (row) => row.account },
    { key: 'name', title: t('姓名'), cell: (row) => row.name, text: (row) => row.name },
    {
      key: 'unit',
      title: t('单位'),
      cell: (row) => unitName(row.unit) ?? '–',
      text: (row) => unitName(row.unit) ?? '',
    },
    { key: 'roles', title: t('角色'), cell: roles, text: roles },
    { key: 'status', title: t('状态'), cell: state, text: state },
    {
      key: 'last',
      title: t('上次登录'),
      cell: (row) => (row.lastSignInAt ? <InstantText at={row.lastSignInAt} /> : t('从未登录')),
      text: (row) => row.lastSignInAt ?? '',
    },
  ]
  if (!permits('accounts.grant') && !permits('accounts.create')) return columns
  const actions = {
    key: 'actions',
    title: t('可做'),
    cell: (row: AccountRow) => <AccountActions row={row} ask={ask} />,
  }
  return [...columns, actions]
}

function AccountActions({ row, ask }: { readonly row: AccountRow; readonly ask: (asked: Asked) => void }) {
  const t = useText()
  const say = useToast()
  const permits = usePermits()
  const restore = useCommand(setAccountStatus, { refreshes: [listAccounts] })
  const { account, status } = row
  const onRestore = () =>
    restore.mutate(
      { params: { account }, body: { status: 'active' } },
      { onSuccess: () => say(t('已恢复 {{account}}。', { account })) },
    )
  return (
    <span className="row-actions">
      {permits('accounts.grant') && (
        <Button onClick={() => ask({ what: 'roles', row })} aria-label={`${t('授予角色')} ${account}`}>
          {t('授予角色')}
        </Button>
      )}
      {permits('accounts.grant') && row.roles.includes('reportingSystem') && (
        <Button onClick={() => ask({ what: 'tokens', row })} aria-label={`${t('令牌')} ${account}`}>
          {t('令牌')}
        </Button>
      )}
      {permits('accounts.create') && status === 'active' && (
        <Button
          look="danger"
          onClick={() => ask({ what: 'suspend', row })}
          aria-label={`${t('停用')} ${account}`}
        >
          {t('停用')}
        </Button>
      )}
      {permits('accounts.create') && status === 'suspended' && (
        <Button busy={restore.isPending} onClick={onRestore} aria-label={`${t('恢复')} ${account}`}>
          {t('恢复')}
        </Button>
      )}
      <Refused problem={restore.error} />
    </span>
  )
}

function SuspendConfirm({
  row: { account },
  onClose,
}: {
  readonly row: AccountRow
  readonly onClose: () => void
}) {
  const t = useText()
  const say = useToast()
  const suspend = useCommand(setAccountStatus, { refreshes: [listAccounts] })
  const onSuccess = () => (say(t('已停用 {{account}}。', { account })), onClose())
  return (
    <Confirm
      open
      danger
      title={t('停用 {{account}}？', { account })}
      action={t('停用')}
      busy={suspend.isPending}
      onConfirm={() => suspend.mutate({ params: { account }, body: { status: 'suspended' } }, { onSuccess })}
      onClose={onClose}
    >
      <Refused problem={suspend.error} />
      <p>{t('对方会立即退出登录，不能再登录，直到恢复。其记录不受影响。')}</p>
    </Confirm>
  )
}
