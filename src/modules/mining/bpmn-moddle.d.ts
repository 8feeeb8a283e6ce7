/** The package ships no types for its entry; this is the part of them that a path needs. */
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
  }

  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly { message: string }[] }>
  }
}
