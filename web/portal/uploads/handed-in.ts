import type { KeptFile } from '#modules/vault/contract.ts'

/** A material as a command names it; nothing at all where no file was sent. */
export const handedIn = (code: string, files: readonly Pick<KeptFile, 'file'>[] = []) =>
  files.length === 0
    ? []
    : [{ code, form: 'electronic' as const, copies: 1, files: files.map(({ file }) => file) }]
