const ENTRY = 'register/'
const DEFINITION = 'institution/'

export const entryStream = (institution: string, entry: string): string => `${ENTRY}${institution}/${entry}`
export const definitionStream = (institution: string): string => `${DEFINITION}${institution}`

export function entryOfStream(stream: string): { institution: string; entry: string } | undefined {
  const [, institution, entry] = /^register\/([^/]+)\/([^/]+)$/.exec(stream) ?? []
  return institution === undefined || entry === undefined ? undefined : { institution, entry }
}

export const institutionOfStream = (stream: string): string | undefined =>
  stream.startsWith(DEFINITION) ? stream.slice(DEFINITION.length) : undefined

/** The clock of an entry: `register/<institution>/<entry>/<clock>/<run>`. */
export const clockId = (subject: string, clock: string, run: number): string => `${subject}/${clock}/${run}`

export function entryOfClock(id: string) {
  const [, institution, entry, clock] = /^register\/([^/]+)\/([^/]+)\/([^/]+)\/\d+$/.exec(id) ?? []
  return institution === undefined || entry === undefined || clock === undefined
    ? undefined
    : { institution, entry, clock }
}
