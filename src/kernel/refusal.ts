/** A sentence people read, in both of the platform's languages. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

type Details = Readonly<Record<string, string | number | boolean | null>>

/**
 * The domain's considered "no": a stable code, an HTTP status and a sentence that says what to do.
 * Everything else that is thrown is a bug and is never shown to a person.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly text: Bilingual
  readonly details: Details

  constructor(code: string, status: number, text: Bilingual, details: Details = {}) {
    super(`${fill(text.zh, details)} / ${fill(text.en, details)}`)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.text = { zh: fill(text.zh, details), en: fill(text.en, details) }
    this.details = details
  }
}

export interface RefusalDefinition extends Bilingual {
  readonly status: number
}

/** `{name}` in a sentence is replaced by the detail of that name. */
function fill(sentence: string, details: Details): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name]
    return value === undefined ? whole : String(value)
  })
}

/**
 * A module's table of refusals becomes one function: `throw refuse('card.already-judged', { card })`.
 * Codes are the module's name, a dot, and the reason.
 */
export function defineRefusals<const Codes extends Record<string, RefusalDefinition>>(codes: Codes) {
  return (code: keyof Codes & string, details: Details = {}): Refusal => {
    const { status, zh, en } = codes[code] as RefusalDefinition
    return new Refusal(code, status, { zh, en }, details)
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal
