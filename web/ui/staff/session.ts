import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { currentSession, type Session } from '#modules/access/contract.ts'
import { call, keyOf, ProblemError, signedIn } from '../index.ts'

export const SessionContext = createContext<Session | null>(null)

/** The session of the reader; null for "nobody is signed in". */
export function useCurrentSession() {
  return useQuery<Session | null, ProblemError>({
    queryKey: keyOf(currentSession),
    queryFn: async () => {
      try {
        const session = await call(currentSession, {})
        signedIn.begin(session)
        return session
      } catch (error) {
        if (error instanceof ProblemError && error.status === 401) return null
        throw error
      }
    },
    staleTime: Infinity,
  })
}

/** Inside the shell somebody is always signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('A page was drawn outside of the shell')
  return session
}

/** Decisions stay on the server; this only spares the reader doors that would stay shut. */
export function usePermits(): (permission: string) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}

/** Takes over a fresh session. Another person's remembered answers are forgotten. */
export function useBeginSession(): (session: Session) => void {
  const client = useQueryClient()
  return (session) => {
    const before = client.getQueryData<Session | null>(keyOf(currentSession))
    if (before && before.account !== session.account) client.removeQueries()
    client.setQueryData(keyOf(currentSession), session)
    signedIn.begin(session)
  }
}
