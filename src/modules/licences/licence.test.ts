import { day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ban, banAgainst, barredUntil, barsOn, lift } from './ban.ts'
import {
  askRenewal,
  cancel,
  checkedNumber,
  evolve,
  inForceOn,
  type Licence,
  mayBeRenewed,
  renew,
  renewUntil,
  revoke,
  standingOn,
} from './licence.ts'
import type { LicenceState } from './terms.ts'

const name = { zh: '食品经营许可证', en: 'Food business licence' }
const licence: Licence = {
  number: 'JY001',
  ...{ name, item: 'food', itemName: name, mainItem: '食品经营许可', unit: 'market', seenBy: [] },
  ...{ holder: 'p1', holderMasked: '王**', agent: null, caseNo: '260302-000000-1' },
  ...{ validFrom: day('2021-03-31'), validUntil: day('2026-03-31'), period: '5Y', renewBefore: '30D' },
  ...{ safety: true, remedies: '', state: 'valid', renewal: null, because: null },
}
const head = { account: 'head', unit: 'market', headOfUnit: true, leader: false }
const why = { reason: '不再经营', document: '市监注〔2026〕1号' }

/** The code of a refusal; undefined where it was not refused. */
function refused(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}

describe('how long a licence stands', () => {
  test.each([
    ['2026-03-31', 'valid', true],
    ['2026-04-01', 'lapsed', false],
  ])('on %s one until 2026-03-31 is %s', (today, standing, inForce) => {
    expect(standingOn(licence, day(today))).toBe(standing)
    expect(inForceOn(licence, day(today))).toBe(inForce)
  })

  test('one without an end never lapses, and one that was cancelled is not lapsed but cancelled', () => {
    expect(standingOn({ ...licence, validUntil: null }, day('2999-01-01'))).toBe('valid')
    expect(standingOn({ ...licence, state: 'cancelled' }, day('2027-01-01'))).toBe('cancelled')
  })

  test.each(['JY13401020001234', '青禾食许〔2026〕第001号', 'L261122-480913-7'])(
    '%s is a number',
    (number) => {
      expect(checkedNumber(` ${number} `)).toBe(number)
    },
  )
  test.each(['', 'ab', 'a/b/c', '<script>', 'a\nbc', 'x'.repeat(61)])('%j is none', (number) => {
    expect(refused(() => checkedNumber(number))).toBe('licence.number-invalid')
  })
})

const asked: { caseNo: string; item: string; mainItem: string | null; unit: string } = {
  ...{ caseNo: 'c2', item: 'food', mainItem: '食品经营许可', unit: 'market' },
}
const askOn = (today: string, of: Licence = licence) => askRenewal(of, { ...asked, today: day(today) })

describe('renewal', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-03-01', true],
    ['2026-03-02', false],
    ['2026-04-15', false],
  ])(
    'XK-11: applied for on %s, thirty days before 2026-03-31 at the latest, in time: %s',
    (today, inTime) => {
      expect(askOn(today)).toEqual([{ type: 'RenewalAsked', caseNo: 'c2', inTime }])
    },
  )

  test('the item may say another time', () => {
    expect(renewUntil({ ...licence, renewBefore: '3M' })).toBe('2025-12-31')
  })

  test.each<[string, Partial<Licence>, Partial<typeof asked>, string]>([
    ['of another item', {}, { item: 'school', mainItem: null }, 'licence.another-item'],
    ['of a main item of another unit', {}, { item: 'x', unit: 'health' }, 'licence.another-item'],
    ['without an end', { validUntil: null }, {}, 'licence.without-end'],
    ['that is being renewed', { renewal: { caseNo: 'c1', inTime: true } }, {}, 'licence.renewal-under-way'],
    ['that was revoked', { state: 'revoked' }, {}, 'licence.not-in-force'],
    ['that was cancelled', { state: 'cancelled' }, {}, 'licence.not-in-force'],
  ])('one %s is refused', (_, of, other, code) => {
    const today = day('2026-01-05')
    expect(refused(() => askRenewal({ ...licence, ...of }, { ...asked, ...other, today }))).toBe(code)
  })

  test.each([
    ['before its end', false, '2026-03-20', '2031-03-31'],
    ['by law, in the first instant after it', true, '2026-04-01', '2031-03-31'],
    ['after it had lapsed', false, '2026-05-06', '2031-05-06'],
  ])('renewed %s it ends as long after', (_, deemed, today, validUntil) => {
    expect(renew(licence, { caseNo: 'c2', deemed, today: day(today) })).toEqual([
      { type: 'LicenceRenewed', caseNo: 'c2', deemed, validUntil },
    ])
  })

  test('the law renews only what still stands and only for the case that asked', () => {
    const under = { ...licence, renewal: { caseNo: 'c2', inTime: true } }
    expect(mayBeRenewed(under, 'c2')).toBe(true)
    expect(mayBeRenewed(under, 'c3')).toBe(false)
    expect(mayBeRenewed({ ...under, state: 'revoked' }, 'c2')).toBe(false)
    expect(mayBeRenewed(undefined, 'c2')).toBe(false)
  })
})

describe('taking a licence away', () => {
  test.each<[string, () => unknown, string | undefined]>([
    ['the head of the unit', () => cancel(licence, { ground: 'otherByLaw', ...why }, head), undefined],
    [
      'an officer',
      () => cancel(licence, { ground: 'otherByLaw', ...why }, { ...head, headOfUnit: false }),
      'licence.head-decides',
    ],
    [
      'the head of another unit',
      () => revoke(licence, { ground: 'fraud', ...why }, { ...head, unit: 'health' }),
      'licence.head-decides',
    ],
    [
      'a head without a reason',
      () => cancel(licence, { ground: 'lapsed', ...why, reason: ' ' }, head),
      'licence.reason-missing',
    ],
    [
      'a head without a document',
      () => cancel(licence, { ground: 'lapsed', ...why, document: '' }, head),
      'licence.reason-missing',
    ],
    [
      'a head for the second time',
      () => cancel({ ...licence, state: 'revoked' }, { ground: 'lapsed', ...why }, head),
      'licence.not-in-force',
    ],
  ])('by %s', (_, work, code) => {
    expect(refused(work)).toBe(code)
  })

  test('whatever happens in whatever order, what was ended stays ended', () => {
    const ended: ReadonlySet<LicenceState> = new Set(['revoked', 'cancelled', 'withdrawn'])
    const acts = fc.array(fc.constantFrom('cancel', 'revoke', 'ask', 'renew'), { maxLength: 12 })
    const decide = (of: Licence, act: string) => {
      if (act === 'cancel') return cancel(of, { ground: 'lapsed', ...why }, head)
      if (act === 'revoke') return revoke(of, { ground: 'fraud', ...why }, head)
      if (act === 'ask') return askOn('2026-01-05', of)
      return renew(of, { caseNo: 'c2', deemed: false, today: day('2026-01-06') })
    }
    fc.assert(
      fc.property(acts, (row) => {
        let now = licence
        for (const act of row) {
          const before = now.state
          if (refused(() => decide(now, act)) === undefined)
            now = decide(now, act).reduce((one, event) => evolve(one, 'JY001', event) ?? one, now)
          if (ended.has(before)) expect(now.state).toBe(before)
        }
      }),
    )
  })
})

const ban: Ban = {
  ...{ ban: 'c9', person: 'p1', personMasked: '王**', item: 'food', itemName: name, unit: 'market' },
  ...{ mainItem: '食品经营许可', ground: 'falseMaterial', finding: '租赁合同系伪造', caseNo: 'c9' },
  ...{ from: day('2026-03-02'), until: day('2027-03-02'), licence: null, remedies: '' },
  ...{ setBy: 'head', lifted: null },
}

describe('who may not apply again', () => {
  test.each([
    ['falseMaterial', '2026-03-02', '2027-03-02'],
    ['fraud', '2026-03-02', '2029-03-02'],
    ['falseMaterial', '2028-02-29', '2029-02-28'],
  ] as const)('for %s decided on %s: until %s', (ground, decidedOn, until) => {
    expect(barredUntil(ground, day(decidedOn))).toBe(until)
  })

  test.each([
    ['2027-03-02', true],
    ['2027-03-03', false],
  ])('on %s one until 2027-03-02 stands: %s', (today, stands) => {
    expect(barsOn(ban, day(today))).toBe(stands)
  })

  test.each([
    ['the same item', { item: 'food', mainItem: null }, true],
    ['another of its main item', { item: 'food-renewal', mainItem: '食品经营许可' }, true],
    ['an item of no licence beside it', { item: 'food-closing', mainItem: null }, false],
    ['an item of another unit', { item: 'x', mainItem: '食品经营许可', unit: 'health' }, false],
  ])('it keeps out of %s', (_, of, out) => {
    const applying = { unit: 'market', today: day('2026-06-01'), ...of }
    expect(banAgainst([ban], applying) !== undefined).toBe(out)
    expect(banAgainst([{ ...ban, lifted: { by: 'x', reason: 'y' } }], applying)).toBe(undefined)
  })

  test.each([
    ['who set it', head, 'ban.lifted-by-same'],
    ['another head', { ...head, account: 'second' }, undefined],
    ['a leader', { account: 'leader', unit: null, headOfUnit: false, leader: true }, undefined],
    ['an officer', { ...head, account: 'clerk', headOfUnit: false }, 'ban.lifted-by-same'],
    ['the head of another unit', { ...head, account: 'x', unit: 'health' }, 'ban.lifted-by-same'],
  ])('lifted by %s', (_, by, code) => {
    expect(refused(() => lift(ban, { reason: '合同查明属实' }, by))).toBe(code)
  })

  test('nobody lifts without a reason or twice', () => {
    const other = { ...head, account: 'second' }
    expect(refused(() => lift(ban, { reason: ' ' }, other))).toBe('licence.reason-missing')
    const lifted = { ...ban, lifted: { by: 'second', reason: '…' } }
    expect(refused(() => lift(lifted, { reason: '再次' }, other))).toBe('ban.lifted')
  })
})
