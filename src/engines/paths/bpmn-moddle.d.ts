/** The package ships no types for its entry; this is the part of them that paths need. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string
    readonly id?: string
    readonly name?: string
    readonly rootElements?: readonly ModdleElement[]
    readonly flowElements?: readonly ModdleElement[]
    readonly sourceRef?: ModdleElement
    readonly targetRef?: ModdleElement
    readonly loopCharacteristics?: ModdleElement
    readonly eventDefinitions?: readonly ModdleElement[]
    /** An attribute of a namespace that was handed in; whatever stands in the file. */
    get(property: string): unknown
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>)
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly { message: string }[] }>
    create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ xml: string }>
  }
}
