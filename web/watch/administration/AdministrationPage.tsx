import { Link } from '@tanstack/react-router'
import { Empty, Page } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import './administration.css'

const PLACES = [
  {
    to: '/administration/accounts',
    permission: 'accounts.read',
    title: '账号',
    text: '系统管理员新建、停用账号；安全管理员授予角色。',
  },
  {
    to: '/administration/units',
    permission: 'units.read',
    title: '单位与岗位',
    text: '单位、岗位、A岗、B岗和离岗登记。',
  },
  {
    to: '/administration/audit',
    permission: 'audit.read',
    title: '审计',
    text: '谁在什么时候改了什么。',
  },
  {
    to: '/administration/reads',
    permission: 'audit.read',
    title: '查阅记录',
    text: '谁在什么时候看了什么、为什么看。',
  },
] as const

export function AdministrationPage() {
  const t = useText()
  const permits = usePermits()
  const places = PLACES.filter(({ permission }) => permits(permission))
  return (
    <Page title={t('管理')} lead={t('系统、安全、审计三员分设：一人不能兼任。')}>
      {places.length === 0 && <Empty>{t('这里没有您可以管理的内容。')}</Empty>}
      <ul className="places">
        {places.map(({ to, title, text }) => (
          <li key={to} className="sheet">
            <h2>
              <Link to={to}>{t(title)}</Link>
            </h2>
            <p className="soft">{t(text)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
