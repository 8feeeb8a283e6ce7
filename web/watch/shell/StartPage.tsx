import { Navigate } from '@tanstack/react-router'
import { usePermits } from '#ui/staff/index.ts'
import { PLACES } from './places.ts'

/** `/` opens the first place its reader may see: an administrator sees no case, and so no overview. */
export function StartPage() {
  const permits = usePermits()
  const place = PLACES.find(({ permissions }) => permissions.some(permits)) ?? PLACES[0]
  return <Navigate to={place.to as '/overview'} replace />
}
