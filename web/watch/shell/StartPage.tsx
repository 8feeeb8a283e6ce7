import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Waiting } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { PLACES } from './places.ts'

/** `/` opens the first place its reader may see: an administrator sees no case, and so no overview. */
export function StartPage() {
  const permits = usePermits()
  const place = PLACES.find(({ permissions }) => permissions.some(permits))
  // Whoever has no place here, such as an efficiency supervisor, has his work at the desk.
  if (!place && permits('registers.own')) return <ToDesk />
  return <Navigate to={(place ?? PLACES[0]).to as '/overview'} replace />
}

/** The desk is another app: it is loaded anew. */
function ToDesk() {
  useEffect(() => window.location.replace('/desk'), [])
  return <Waiting />
}
