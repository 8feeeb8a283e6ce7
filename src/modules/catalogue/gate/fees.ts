import { blocking, type Check, each, type Found } from './check.ts'

/** IC-04: a fee has item, standard, basis and a way to pay; no fee has none of them. */
export const fees: Check = {
  code: 'IC-04',
  title: { zh: '收费要素齐全', en: 'Fees are complete, or there are none' },
  basis: '行政许可法 58、59',
  check({ fee }) {
    const { charged, items, waysToPay } = fee
    if (!charged) {
      if (items.length === 0 && waysToPay.length === 0) return []
      return [
        blocking(
          'fee',
          ['标明不收费，却列了收费项目或缴费方式', 'Marked as free, yet fees or ways to pay are listed'],
          ['请删去收费内容，或改为收费', 'Delete them, or mark it as charged'],
        ),
      ]
    }
    const found: Found[] = []
    if (items.length === 0)
      found.push(
        blocking(
          'fee.items',
          ['标明收费，却没有收费项目', 'Charged, yet no fee is listed'],
          ['请列出收费项目', 'List the fees'],
        ),
      )
    if (waysToPay.length === 0)
      found.push(
        blocking(
          'fee.waysToPay',
          ['没有缴费方式', 'No way to pay'],
          ['请选择缴费方式', 'Choose ways to pay'],
        ),
      )
    const bare = each(items, 'fee.items', ({ name, standard, basis }, at) =>
      [name.zh, standard.zh, basis].every((text) => text.trim() !== '')
        ? []
        : [
            blocking(
              at,
              ['收费项目缺名称、标准或依据', 'A fee without name, standard or basis'],
              ['请补齐，或取消该项收费', 'Complete it, or drop the fee'],
            ),
          ],
    )
    return [...found, ...bare]
  },
  examples: [
    {
      why: 'free, and nothing said of fees',
      fires: false,
      change: (sound) => ({ ...sound, fee: { charged: false, items: [], waysToPay: [] } }),
    },
    {
      why: 'free, and payable online',
      fires: true,
      change: (sound) => ({ ...sound, fee: { charged: false, items: [], waysToPay: ['online'] } }),
    },
    {
      why: 'charged without an item',
      fires: true,
      change: (sound) => ({ ...sound, fee: { charged: true, items: [], waysToPay: ['online'] } }),
    },
    {
      why: 'charged without a basis',
      fires: true,
      change: (sound) => ({
        ...sound,
        fee: {
          charged: true,
          items: [
            {
              code: 'fee',
              name: { zh: '工本费', en: 'cost of the paper' },
              standard: { zh: '10 元', en: '10 yuan' },
              basis: '',
              reductions: null,
            },
          ],
          waysToPay: ['online'],
        },
      }),
    },
  ],
}
