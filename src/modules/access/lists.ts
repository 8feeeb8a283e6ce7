import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import type { AccountEvent } from './account.ts'
import { listAccountEvent, listSignIn } from './account-store.ts'

const ACCOUNT = 'office/account/'
const SIGN_IN = 'office/sign-in/'

export const accountStream = (account: string) => `${ACCOUNT}${account}`
/** Apart from the account itself, which is decided on from few events; sign-ins are many. */
export const signInStream = (account: string) => `${SIGN_IN}${account}`

/** The ledger holds what the decisions of `account.ts` said. */
export const accountEventOf = ({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>) =>
  ({ type, ...payload }) as unknown as AccountEvent

export const accessLists: Projection = {
  name: 'access',
  tables: ['access_account'],
  async apply(db: Db, events) {
    for (const event of events) {
      const { stream, type, occurredAt } = event
      if (stream.startsWith(ACCOUNT))
        await listAccountEvent(db, stream.slice(ACCOUNT.length), accountEventOf(event))
      if (stream.startsWith(SIGN_IN) && type === 'SignedIn')
        await listSignIn(db, stream.slice(SIGN_IN.length), occurredAt)
    }
  },
}
