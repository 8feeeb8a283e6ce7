import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'

/** For whom a bundle is made, and why. */
export interface BundleReader {
  readonly account: string
  readonly unit: string | null
  readonly roles: readonly string[]
  readonly permissions: ReadonlySet<string>
  readonly purpose: string
  readonly now: EpochMs
}

/** Another file of the office: opened, if this reader may see it, by the source of its kind. */
export interface LinkedFile {
  readonly kind: string
  readonly id: string
}

export interface BundleDocument {
  /** As a file name, without a folder. */
  readonly name: string
  readonly title: Bilingual
  /** Called after the transaction: drawing takes its time. */
  bytes(): Promise<Uint8Array>
  /** Its SHA-256 stands in an event of the bundle, so that its being the original can be checked. */
  readonly recorded: boolean
}

/** What one file adds to a bundle. */
export interface FileInBundle {
  readonly title: Bilingual
  /** The head of its story. */
  readonly facts: readonly { readonly label: Bilingual; readonly value: string }[]
  /** Whole streams, every event of which this reader may see. */
  readonly streams: readonly string[]
  readonly linked?: readonly LinkedFile[]
  readonly documents?: readonly BundleDocument[]
  /** What was kept back from this reader, said so that it does not show whose it is. */
  readonly leftOut?: readonly Bilingual[]
}

/** How the files of one kind are opened. */
export interface BundleSource {
  /** First word of its streams and of its address: `card`. */
  readonly kind: string
  readonly title: Bilingual
  /** What one must hold to see such a file, beside `evidence.export`. */
  readonly permission: string
  /** In the reader's own scope; refuses what he may not see as if it were not there. */
  open(db: Db, id: string, reader: BundleReader): Promise<FileInBundle>
  /**
   * In the system's own scope, after the file that was asked for was refused: for kinds of which every look is recorded, also
   * those of people who may not look. A look that is allowed `open` records itself.
   */
  turnedAway?(db: Db, id: string, reader: BundleReader): Promise<void>
  /** What its events are called in the story, by type. */
  readonly events?: Readonly<Record<string, Bilingual>>
  /** What an event says, for events that the usual words (reason, text, fact) do not tell. */
  say?(event: Pick<StoredEvent, 'type' | 'payload'>): Bilingual | undefined
}
