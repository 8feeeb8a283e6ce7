import { expect, test } from 'vitest'
import { schemasOf } from '#platform/http/schemas.ts'
import { compiledWriter, validatorOf } from '#platform/http/validation.ts'
import { allEndpoints } from './endpoints.ts'

const endpoints = await allEndpoints()

// The server compiles a door at its first request, so what cannot be compiled must show here.
test('what every door takes and answers can be compiled', () => {
  expect(endpoints.length).toBeGreaterThan(300)
  for (const endpoint of endpoints) {
    const { params, query, body, answer } = schemasOf(endpoint)
    validatorOf(params, 'params')({})
    validatorOf(query, 'querystring')({})
    validatorOf(body, 'body')({})
    if ((endpoint.kind ?? 'json') === 'json' || endpoint.kind === 'upload')
      expect(() => compiledWriter(answer), endpoint.name).not.toThrow()
  }
})
