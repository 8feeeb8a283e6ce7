import { describe, expect, test } from 'vitest'
import { importLog, preset, readHistories } from '#modules/exchange/index.ts'
import { judge, lastInstant, type LogProfileInput, readProfile } from '#engines/rules/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { CardRow } from '#modules/supervision/contract.ts'
import { sharedData } from '#test/shared-data.ts'
import { everyRow, openWatch } from '../scenarios/watch.ts'

/** Findings of rules beside what the authors of public logs counted; skipped where the data is absent. */
async function found(file: string, name: string, profile: LogProfileInput, rules: readonly string[]) {
  const { histories } = await readHistories(file, preset(name))
  const read = readProfile(profile)
  const judged = judge(histories, read, { at: lastInstant(histories), rules })
  return Object.fromEntries(judged.rules.map((one) => [one.rule.code, one]))
}

describe('road fines', () => {
  const file = sharedData('road-fines/traffic-fines-10000-cases.csv.gz') ?? ''
  const limit = (from: string, length: string) => [{ name: 'limit', from, length, roll: 'none' as const }]

  test.skipIf(!file).each([
    ['sent more than 90 days after it was created', 'Create Fine', 'Send Fine', '90D', 6570, 3970],
    ['sent more than 150 days after', 'Create Fine', 'Send Fine', '150D', 6570, 197],
    [
      'appealed to the prefecture later than 60 days after notification',
      ...['Insert Fine Notification', 'Insert Date Appeal to Prefecture', '60D'],
      231,
      36,
    ],
    ['appealed to the judge later than 60 days', 'Insert Fine Notification', 'Appeal to Judge', '60D', 19, 5],
  ] as [string, string, string, string, number, number][])('%s', async (_, from, until, length, of, late) => {
    const profile = {
      meanings: { [until]: 'decided' as const },
      calendar: 'weekdays',
      limits: limit(from, length),
    }
    const { 'SV-01': rule } = await found(file, 'road-fines', profile, ['SV-01'])
    expect(rule?.concluded).toEqual({ judged: of, found: late })
  })
})

describe('travel declarations', () => {
  const file = sharedData('bpic2020-international/InternationalDeclarations.xes.gz') ?? ''

  test.skipIf(!file).each([
    [1, 1110 + 220 + 39],
    [2, 220 + 39],
    [3, 39],
  ])('paid cases submitted more than %i times', async (noticesAllowed, cases) => {
    const profile = {
      meanings: {
        'Declaration SUBMITTED by EMPLOYEE': 'supplementNotice' as const,
        'Payment Handled': 'concluded' as const,
      },
      calendar: 'weekdays',
      numbers: { 'SV-03.noticesAllowed': noticesAllowed },
    }
    const { 'SV-03': rule } = await found(file, 'bpic2020-international', profile, ['SV-03'])
    expect(rule?.concluded).toEqual({ judged: 6078, found: cases })
  })
})

describe('loan applications', () => {
  const file = sharedData('bpic2012-loans/bpic2012.xes.gz') ?? ''

  test.skipIf(!file).each([
    ['COMPLETE', 164_506],
    ['START', 71_376],
    ['SCHEDULE', 26_318],
  ])('a rule about single events sees every %s and nothing else', async (lifecycle, events) => {
    const profile = {
      meanings: { '*': 'charged' as const },
      lifecycles: [lifecycle],
      calendar: 'weekdays',
      event: { receipt: 'receipt' },
    }
    const { 'SV-76': rule } = await found(file, 'bpic2012', profile, ['SV-76'])
    expect(rule?.hits).toHaveLength(events)
  })
})

describe('permits over HTTP', async () => {
  const file = sharedData('wabo-receipt/receipt.xes.gz') ?? ''
  const byChannel = { Internet: 313, Desk: 39, Post: 17, 'e-mail': 8 }

  test.skipIf(!file)('each count opens to its cases, and these add up by channel', async () => {
    const office = await openWatch({ demo: false })
    const request = {
      jurisdiction: DEMO_JURISDICTION,
      account: 'zhang.min',
      log: 'receipt',
      preset: 'wabo-receipt',
      file,
    }
    await importLog(office.database, { ...request, mapping: preset('wabo-receipt'), now: office.now })
    const supervisor = await office.signIn('zhang.min')
    const totals: Record<string, number> = {}
    for (const rule of ['SV-01', 'SV-06', 'SV-08'])
      totals[rule] = (await supervisor.get(`/api/cards?log=receipt&rule=${rule}&limit=1`)).json().total
    expect(totals).toEqual({ 'SV-01': 377 + 39, 'SV-06': 1, 'SV-08': 1088 })

    const cards = await everyRow<CardRow>(supervisor, '/api/cards?log=receipt&rule=SV-01')
    const late = await everyRow<{ caseId: string; channel: string }>(
      supervisor,
      '/api/cases?log=receipt&state=concluded&late=true',
    )
    const channels: Record<string, number> = {}
    for (const { channel } of late) channels[channel] = (channels[channel] ?? 0) + 1
    expect(channels).toEqual(byChannel)
    const carded = new Set(cards.map(({ caseId }) => caseId))
    expect(late.every(({ caseId }) => carded.has(caseId))).toBe(true)
    const opened = await supervisor.get(`/api/cases/receipt/${cards[0]?.caseId}`)
    expect(opened.json().cards.some(({ rule }: CardRow) => rule === 'SV-01')).toBe(true)
  })
})
