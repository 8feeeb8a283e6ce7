import type { Role } from '#modules/access/contract.ts'
import { messages } from '../index.ts'

const useText = messages('roles', {
  经办人: 'Officer',
  单位负责人: 'Head of unit',
  监察人员: 'Supervisor',
  领导: 'Leader',
  效能监督员: 'Efficiency supervisor',
  督查人员: 'Inspector',
  组织人事干部: 'Personnel officer',
  申请人: 'Applicant',
  上报系统: 'Reporting system',
  系统管理员: 'System administrator',
  安全管理员: 'Security administrator',
  审计管理员: 'Audit administrator',
})

const WORDS = {
  officer: '经办人',
  unitHead: '单位负责人',
  supervisor: '监察人员',
  leader: '领导',
  observer: '效能监督员',
  inspector: '督查人员',
  personnel: '组织人事干部',
  reportingSystem: '上报系统',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
} as const satisfies Record<Role, string>

export const ROLES = Object.keys(WORDS) as Role[]

/** Also for the applicants of the portal, who hold no role that anybody could grant. */
export function useRoleWord(): (role: Role | 'resident') => string {
  const t = useText()
  return (role) => (role === 'resident' ? t('申请人') : t(WORDS[role]))
}
