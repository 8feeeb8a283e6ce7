import { useNavigate } from '@tanstack/react-router'
import { Shell, ShellSearch } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { PLACES } from './places.ts'

/** The frame around the pages of the watch. */
export function WatchShell() {
  const t = useText()
  const navigate = useNavigate()
  const search = (text: string) => void navigate({ to: '/cases', search: { search: text } })
  return (
    <Shell
      app="watch"
      name={t('效能监察')}
      lead={t('办件时限、流程和责任的监察')}
      places={PLACES.map((place) => ({ ...place, text: t(place.text), group: t(place.group) }))}
      search={
        <ShellSearch permission="cases.read" label={t('按编号找办件')} longest={100} onSearch={search} />
      }
    />
  )
}
