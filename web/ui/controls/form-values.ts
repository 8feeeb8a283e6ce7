/** A field of a form as text, trimmed; empty where there is none. */
export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

export const orNull = (text: string): string | null => text || null

/** Between things that have no blanks in them, such as codes and numbers. */
export const BLANKS = /[,，、\s]/

/** A list typed with commas of either script or one to a line; empty ones are left out. */
export const listOf = (form: FormData, name: string, between = /[,，、\n]/): string[] =>
  textOf(form, name)
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '')
