import { useQuery, useQueryClient } from '@tanstack/react-query'
import { currentSession, type Session } from '#modules/access/contract.ts'
import { call, keyOf, ProblemError, signedIn } from '#ui/index.ts'

/** The resident who is signed in; null for nobody. A member of the staff in the same browser is nobody here. */
export function useResident() {
  return useQuery<Session | null, ProblemError>({
    queryKey: keyOf(currentSession),
    queryFn: async () => {
      try {
        const session = await call(currentSession, {})
        if (!isResident(session)) return null
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

const isResident = ({ account }: Session) => account.startsWith('resident/')

/** Takes over a fresh session; another person's remembered answers are forgotten. */
export function useBeginSession(): (session: Session) => void {
  const client = useQueryClient()
  return (session) => {
    const before = client.getQueryData<Session | null>(keyOf(currentSession))
    if (before && before.account !== session.account) client.removeQueries()
    client.setQueryData(keyOf(currentSession), session)
    signedIn.begin(session)
  }
}

export function useEndSession(): () => void {
  const client = useQueryClient()
  return () => {
    signedIn.end()
    client.removeQueries()
    client.setQueryData(keyOf(currentSession), null)
  }
}
