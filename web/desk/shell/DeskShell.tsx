import { Shell, ShellSearch } from '#ui/staff/index.ts'
import { useGo } from './Go.tsx'
import { useText } from './messages.ts'
import { PLACES } from './places.ts'

/** The frame around the pages of the desk. */
export function DeskShell() {
  const t = useText()
  const go = useGo()
  const search = (text: string) => go('/files', { search: text })
  return (
    <Shell
      app="desk"
      name={t('效能工作台')}
      lead={t('收件、受理、办理、决定、送达')}
      places={PLACES.map((place) => ({ ...place, text: t(place.text), group: t(place.group) }))}
      search={
        <ShellSearch permission="files.read" label={t('按编号找办件')} longest={60} onSearch={search} />
      }
    />
  )
}
