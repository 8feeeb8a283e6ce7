import type { Role } from '#modules/access/contract.ts'
import { usePersonName, useRoleWord, useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

const TYPE_WORDS = {
  SignedIn: '登录',
  SignedOut: '退出登录',
  AccountCreated: '建立账号',
  AccountSuspended: '停用账号',
  AccountRestored: '恢复账号',
  RolesSet: '授予角色',
  PasswordChanged: '修改密码',
  TokenIssued: '发放令牌',
  TokenRevoked: '撤销令牌',
  JurisdictionOpened: '设立辖区',
  UnitCreated: '建立单位',
  PostCreated: '建立岗位',
  PostAssigned: '确定A岗B岗',
  HolderAway: '登记离岗',
} as const

/** What was done, in words; a kind of event that is new here stands by its own name. */
export function useTypeWord(): (type: string) => string {
  const t = useText()
  return (type) => {
    const words = TYPE_WORDS[type as keyof typeof TYPE_WORDS]
    return words ? t(words) : type
  }
}

const DETAIL_WORDS = {
  address: '来自',
  name: '姓名或名称',
  unit: '单位',
  roles: '角色',
  kind: '类别',
  nameEn: '英文名称',
  parent: '上级单位',
  holder: 'A岗',
  backup: 'B岗',
  post: '岗位',
  title: '名称',
  titleEn: '英文名称',
} as const

/** What stood in it: people, units and roles by name, everything else as it was written. */
export function useDetails(): (details: Record<string, unknown>) => string {
  const t = useText()
  const person = usePersonName()
  const unitName = useUnitName()
  const roleWord = useRoleWord()
  const valueOf = (name: string, value: unknown): string => {
    if (value === null) return '–'
    if (name === 'roles' && Array.isArray(value))
      return value.map((role) => roleWord(role as Role)).join('、')
    if (typeof value !== 'string') return JSON.stringify(value)
    if (name === 'unit' || name === 'parent') return unitName(value) ?? value
    return name === 'holder' || name === 'backup' ? person(value) : value
  }
  return (details) =>
    Object.entries(details)
      .map(([name, value]) => {
        const words = DETAIL_WORDS[name as keyof typeof DETAIL_WORDS]
        return `${words ? t(words) : name}：${valueOf(name, value)}`
      })
      .join('；')
}
