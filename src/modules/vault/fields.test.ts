import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { PersonFields } from './contract.ts'
import { cleanFields, cleanMobile } from './fields.ts'
import { cleanFileName, kindOfFile } from './file-kind.ts'
import { maskName, maskPerson, maskText, withoutValues } from './masking.ts'

const TODAY = day('2026-03-02')
const natural = (more: Partial<PersonFields>): PersonFields => ({ kind: 'natural', ...more })

const outcome = (work: () => unknown) => {
  try {
    return work()
  } catch (error) {
    return isRefusal(error) ? error.code : error
  }
}

describe('what is kept', () => {
  test.each([
    ['a card as its standard shows it', { documentNumber: '11010519491231002X' }, '11010519491231002X'],
    ['a small x', { documentNumber: '11010519491231002x' }, '11010519491231002X'],
    [
      'full-width digits and spaces',
      { documentNumber: ' １１０１０５ 19491231 002X ' },
      '11010519491231002X',
    ],
    ['a wrong check character', { documentNumber: '110105194912310021' }, 'vault.bad-document'],
    ['a day of birth that does not exist', { documentNumber: '11010519491331002X' }, 'vault.bad-document'],
    ['a day of birth to come', { documentNumber: '110105204912310021' }, 'vault.bad-document'],
  ])('a resident id: %s', (_why, given, expected) => {
    const fields = outcome(() => cleanFields(natural({ documentKind: 'residentId', ...given }), TODAY))
    expect(typeof fields === 'string' ? fields : (fields as PersonFields).documentNumber).toBe(expected)
  })

  test.each([
    ['nothing at all', natural({ email: 'a@b.cn' }), 'vault.nothing-to-keep'],
    [
      'a number without its kind',
      natural({ documentNumber: '11010519491231002X' }),
      'vault.document-incomplete',
    ],
    [
      'a person with the code of an organisation',
      natural({ documentKind: 'creditCode', documentNumber: '1135050000360001XB' }),
      'vault.wrong-document-kind',
    ],
    [
      'an organisation with the card of a person',
      { kind: 'legal', documentKind: 'residentId', documentNumber: '11010519491231002X' } as const,
      'vault.wrong-document-kind',
    ],
    ['a name with a script', natural({ name: '<script>alert(1)</script>' }), 'vault.bad-name'],
    ['a name that turns the line around', natural({ name: '张\u202e三' }), 'vault.bad-name'],
    ['a phone of ten digits', natural({ phone: '1390000000' }), 'vault.bad-phone'],
    ['a landline without area code', natural({ phone: '87654321' }), 'vault.bad-phone'],
    ['a mail address without a host', natural({ name: '张三', email: 'zhang@' }), 'vault.bad-email'],
  ])('refused: %s', (_why, given, code) => {
    expect(outcome(() => cleanFields(given, TODAY))).toBe(code)
  })

  test('a refusal repeats no value', () => {
    for (const given of [
      natural({ documentKind: 'residentId', documentNumber: '110105194912310021' }),
      natural({ phone: '1390000000' }),
    ]) {
      try {
        cleanFields(given, TODAY)
        expect.unreachable()
      } catch (error) {
        expect(JSON.stringify([String(error), error])).not.toMatch(/1101051949|139000/)
      }
    }
  })

  test.each([
    ['王小明·买买提', '王小明·买买提'],
    ["Aoife O'Brien-李", "Aoife O'Brien-李"],
    ['  张  三 ', '张 三'],
  ])('the name %s is a name', (name, kept) => {
    expect(cleanFields(natural({ name }), TODAY).name).toBe(kept)
  })

  test.each([
    ['13900001234', '13900001234'],
    ['+86 139 0000 1234', '13900001234'],
    ['86-139００００1234', '13900001234'],
    ['12900001234', 'vault.bad-mobile'],
    ['0591-87654321', 'vault.bad-mobile'],
  ])('a code can be sent to %s: %s', (given, expected) => {
    expect(outcome(() => cleanMobile(given))).toBe(expected)
  })
})

describe('what is shown', () => {
  test.each([
    ['张三', '张*'],
    ['张小明', '张**'],
    ['欧阳', '欧*'],
    ['欧阳修', '欧阳*'],
    ['买买提·吐尔逊', '买****'],
    ['黄', '*'],
  ])('%s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('a person is recognised by it and not found by it', () => {
    const fields = natural({
      name: '张小明',
      documentKind: 'residentId',
      documentNumber: '11010519491231002X',
      phone: '13900001234',
      address: '青禾县禾丰镇新街12号',
    })
    expect(maskPerson('p', fields)).toMatchObject({
      name: '张**',
      documentNumber: '1****************X',
      phone: '139****1234',
      address: '青禾县禾丰镇****',
    })
  })

  test('an organisation has its name and code on its door', () => {
    const fields: PersonFields = {
      kind: 'legal',
      name: '青禾县禾丰农资有限公司',
      documentKind: 'creditCode',
      documentNumber: '1135050000360001XB',
      phone: '13900001234',
    }
    expect(maskPerson('p', fields)).toMatchObject({
      name: fields.name,
      documentNumber: fields.documentNumber,
      phone: '139****1234',
    })
  })

  test('numbers in free text are masked, other numbers are not', () => {
    expect(maskText('致电13900001234核对11010519491231002X，件号2026031200012345678')).toBe(
      '致电139****1234核对1****************X，件号2026031200012345678',
    )
  })

  test('no mask ever holds the whole of what it masks', () => {
    const long = fc
      .string({ minLength: 2, maxLength: 30 })
      .filter((text) => text.trim() === text && !text.includes('*'))
    fc.assert(
      fc.property(long, (value) => {
        const shown = maskPerson('', {
          ...natural({ name: value, documentNumber: value, phone: value }),
          address: value,
        })
        for (const mask of [shown.name, shown.documentNumber, shown.phone]) expect(mask).not.toBe(value)
        expect(withoutValues(`为${value}办理`, natural({ name: value }))).not.toContain(`为${value}办`)
      }),
    )
  })
})

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')

describe('a file', () => {
  test.each([
    ['照片.png', PNG, 'image/png'],
    ['照片', PNG, 'image/png'],
    ['申请表.PDF', PDF, 'application/pdf'],
    ['申请表.pdf', PNG, 'vault.file-lies'],
    ['photo.png', PDF, 'vault.file-lies'],
    ['script.exe.png', Buffer.from('MZ\x90\x00\x03 this is a program'), 'vault.file-kind'],
    ['page.pdf', Buffer.from('<html><script>alert(1)</script>'), 'vault.file-kind'],
    [
      'drawing.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'vault.file-kind',
    ],
    ['archive.zip', Buffer.from('504b0304140000000000', 'hex'), 'vault.file-kind'],
  ])('%s is taken for what its content is: %#', async (name, bytes, expected) => {
    const found = await kindOfFile(name, bytes).catch((error: unknown) =>
      isRefusal(error) ? error.code : error,
    )
    expect(found).toBe(expected)
  })

  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\张三\\身份证.jpg', '身份证.jpg'],
    ['a<script>.png', 'ascript.png'],
    ['\u202egnp.exe', 'gnp.exe'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(120)}.pdf`],
    ['..', '文件'],
  ])('%s is offered as %s', (given, shown) => {
    expect(cleanFileName(given)).toBe(shown)
  })
})
