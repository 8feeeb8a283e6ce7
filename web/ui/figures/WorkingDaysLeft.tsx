import { useText } from '../messages.ts'

interface WorkingDaysLeftProps {
  readonly left: number | null
  readonly state?: 'open' | 'suspended' | 'concluded'
}

/** 剩 3 个工作日 · 已超 2 个工作日 · 今天到期 · 已办结 */
export function WorkingDaysLeft({ left, state = 'open' }: WorkingDaysLeftProps) {
  const t = useText()
  if (state === 'concluded') return <span className="soft">{t('已办结')}</span>
  if (left === null) return <span className="soft">{state === 'suspended' ? t('中止中') : t('无时限')}</span>
  if (left < 0) return <span className="left-over">{t('已超 {{count}} 个工作日', { count: -left })}</span>
  if (left === 0) return <span className="left-today">{t('今天到期')}</span>
  return <span>{t('剩 {{count}} 个工作日', { count: left })}</span>
}
