import { useLanguage } from '#ui/index.ts'

/** `2026年11月` · `November 2026` */
export function SaidMonth({ month }: { readonly month: string }) {
  const language = useLanguage()
  const [year = '', number = ''] = month.split('-')
  if (language === 'zh') return `${year}年${Number(number)}月`
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(number) - 1, 1),
  )
}
