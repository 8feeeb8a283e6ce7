/** The package ships no types for its entry; this is the part of them that a letter needs. */
declare module 'pdfmake' {
  export interface Node {
    readonly [property: string]: unknown
  }

  export interface Definition extends Node {
    readonly content: readonly Node[]
  }

  interface Pdfmake {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void
    setUrlAccessPolicy(allowed: (url: string) => boolean): void
    setLocalAccessPolicy(allowed: (path: string) => boolean): void
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> }
  }

  const pdfmake: Pdfmake
  export default pdfmake
}
