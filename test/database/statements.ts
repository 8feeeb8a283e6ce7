import pg from 'pg'

type Query = (this: pg.Client, ...given: unknown[]) => unknown

interface Heard {
  readonly connection: pg.Client
  readonly text: string
}

const prototype = pg.Client.prototype as unknown as { query: Query }
const { query } = prototype
let heard: Heard[] | undefined

prototype.query = function (...given) {
  const [asked] = given
  const text = typeof asked === 'string' ? asked : ((asked as { readonly text?: string }).text ?? '')
  heard?.push({ connection: this, text })
  return query.apply(this, given)
}

/**
 * What the process says to the database while something is done, one text for each message: `begin` with its settings
 * and `commit` are one each. The driver itself is listened to, so nothing goes past; do one thing at a time.
 *
 * Left out is what is gathered and sent for many at once some time later: waking listeners, and the book of reads.
 */
export async function statementsOf<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly statements: readonly string[] }> {
  const all: Heard[] = []
  heard = all
  try {
    const result = await work()
    return { result, statements: transactionsOf(all).filter(isOwn).flat() }
  } finally {
    heard = undefined
  }
}

/** What was said between a `begin` and its end, connection by connection; what stands alone is one by itself. */
function transactionsOf(all: readonly Heard[]): string[][] {
  const found: string[][] = []
  const open = new Map<pg.Client, string[]>()
  for (const { connection, text } of all) {
    const known = text.startsWith('begin') ? undefined : open.get(connection)
    const transaction = known ?? []
    transaction.push(text)
    if (!known) found.push(transaction)
    if (text.startsWith('begin')) open.set(connection, transaction)
    if (text === 'commit' || text === 'rollback') open.delete(connection)
  }
  return found
}

const isOwn = (transaction: readonly string[]): boolean =>
  !transaction.some((text) => text.startsWith('select pg_notify') || text.includes('insert into access_read'))
