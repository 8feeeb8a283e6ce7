import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'

/** JSON Schema 2020-12, as far as Zod writes it. */
export interface JsonSchema {
  readonly [key: string]: unknown
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly anyOf?: readonly JsonSchema[]
}

/**
 * A Zod schema as the JSON Schema that validates (`input`) or writes (`output`) in its stead. Validation is compiled
 * once; Zod itself costs a third of the server's time when it runs on every request. A refinement or transformation
 * cannot be compiled, so a contract that holds one fails here, at start, instead of being silently ignored.
 */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema: made }) => {
      refuseRefinements(zodSchema)
      simplifyNull(made as Writable)
      // A record's keys are text anyway; only a rule about them is worth a look at each.
      if (JSON.stringify(made.propertyNames) === '{"type":"string"}') delete made.propertyNames
      if (
        io === 'input' &&
        made.type === 'object' &&
        made.properties &&
        made.additionalProperties === undefined
      )
        made.additionalProperties = false
    },
  })
  return written as JsonSchema
}

type Writable = Record<string, unknown>

function refuseRefinements(schema: z.core.$ZodTypes): void {
  const checks = schema._zod.def.checks ?? []
  if (checks.some((check) => check._zod.def.check === 'custom'))
    throw new Error(
      'A contract may not hold refinements: they cannot be compiled. Check it in the decision instead',
    )
}

/** `anyOf: [X, null]` as `type: [X, 'null']`: the same meaning, and the serializer needs no trial of alternatives. */
function simplifyNull(made: Writable): void {
  const choices = made['anyOf'] as Writable[] | undefined
  if (choices?.length !== 2) return
  const [value, none] = choices
  if (!value || none?.['type'] !== 'null' || typeof value['type'] !== 'string') return
  delete made['anyOf']
  Object.assign(made, value, { type: [value['type'], 'null'] })
  if (Array.isArray(value['enum'])) made['enum'] = [...(value['enum'] as unknown[]), null]
}

export const takesNothing = (schema: JsonSchema): boolean =>
  schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0

export interface EndpointSchemas {
  readonly params: JsonSchema
  readonly query: JsonSchema
  readonly body: JsonSchema
  readonly answer: JsonSchema
}

export const schemasOf = (endpoint: Endpoint): EndpointSchemas => ({
  params: jsonSchema(endpoint.params, 'input'),
  query: jsonSchema(endpoint.query, 'input'),
  body: jsonSchema(endpoint.body, 'input'),
  answer: jsonSchema(endpoint.answer, 'output'),
})
