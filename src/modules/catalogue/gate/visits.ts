import { blocking, type Check, type Found } from './check.ts'

/** IC-03: nobody is sent on a trip without a reason, and "no trip" is true. */
export const visits: Check = {
  code: 'IC-03',
  title: { zh: '到现场次数有依据', en: 'Visits are needed and explained' },
  basis: '优化营商环境条例 37；国务院关于在线政务服务的若干规定 5',
  check({ visits: times, onSiteReason, onlineDepth, channels }) {
    const found: Found[] = []
    const reason = onSiteReason?.zh.trim() ?? ''
    if (times > 0 && reason === '')
      found.push(
        blocking(
          'onSiteReason',
          ['要求到现场却没有说明原因', 'Visits are asked for without a reason'],
          ['请写明必须现场办理的原因，或改为 0 次', 'Say why people must come, or make it no visit'],
        ),
      )
    if (times === 0 && reason !== '')
      found.push(
        blocking(
          'onSiteReason',
          ['到现场次数为 0，却写了必须现场办理的原因', 'No visit, yet a reason why people must come'],
          ['请删去原因或改正次数', 'Delete the reason or correct the number'],
        ),
      )
    if (times === 0 && onlineDepth < 4 && !channels.includes('post'))
      found.push(
        blocking(
          'onlineDepth',
          [
            '到现场次数为 0，却既不能全程网办也不能快递申请',
            'No visit, yet neither wholly online nor by post',
          ],
          [
            '请开通全程网办（IV 级）或快递，或改正次数',
            'Open it online (depth IV) or by post, or correct the number',
          ],
        ),
      )
    return found
  },
  examples: [
    {
      why: 'a visit with its reason',
      fires: false,
      change: (sound) => ({
        ...sound,
        visits: 1,
        onSiteReason: { zh: '须现场核验人脸', en: 'the face is compared on the spot' },
      }),
    },
    {
      why: 'a visit without a reason',
      fires: true,
      change: (sound) => ({ ...sound, visits: 1, onSiteReason: null }),
    },
    {
      why: 'none, online to the end',
      fires: false,
      change: (sound) => ({ ...sound, visits: 0, onSiteReason: null, onlineDepth: 4 }),
    },
    {
      why: 'none, but only half online',
      fires: true,
      change: (sound) => ({
        ...sound,
        visits: 0,
        onSiteReason: null,
        onlineDepth: 3,
        channels: ['counter', 'web'],
      }),
    },
    {
      why: 'none, and by post',
      fires: false,
      change: (sound) => ({ ...sound, visits: 0, onSiteReason: null, onlineDepth: 2, channels: ['post'] }),
    },
  ],
}
