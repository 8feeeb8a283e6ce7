import { blocking, type Check } from './check.ts'

/** IC-18: a refusal says where to go next, so the guide has to know. */
export const remedy: Check = {
  code: 'IC-18',
  title: { zh: '写明复议机关和诉讼法院', en: 'Names the review body and the court' },
  basis: '行政许可法 38；行政复议法 20；行政诉讼法 46',
  check({ type, remedies }) {
    if (type === 'publicService' || remedies !== null) return []
    return [
      blocking(
        'remedies',
        ['没有写明救济途径', 'No remedies are named'],
        ['请填写复议机关、诉讼法院和期限', 'Name review body, court and periods'],
      ),
    ]
  },
  examples: [
    { why: 'both are named', fires: false, change: (sound) => sound },
    {
      why: 'a licence without remedies',
      fires: true,
      change: (sound) => ({ ...sound, type: 'licensing', remedies: null }),
    },
    {
      why: 'a public service decides nothing',
      fires: false,
      change: (sound) => ({ ...sound, type: 'publicService', remedies: null }),
    },
  ],
}
