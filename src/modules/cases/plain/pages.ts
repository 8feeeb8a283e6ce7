import type { Bilingual } from '#kernel/refusal.ts'
import { limitInWords } from '#engines/clocks/index.ts'
import type { GuideView, ItemSummary, LimitShape, Material } from '#modules/catalogue/index.ts'
import { itemChannels, itemStates } from '#modules/catalogue/terms.ts'
import type { TrackedFile } from '../contract.ts'
import { all, type Html, html, none, type PlainLanguage, sayIn } from './html.ts'

type Say = (text: Bilingual) => string

const list = (rows: readonly Html[], tag: 'ol' | 'ul' = 'ul'): Html =>
  rows.length === 0
    ? none
    : html`<${{ markup: tag }}>${all(rows.map((row) => html`<li>${row}</li>`))}</${{ markup: tag }}>`

const part = (title: string, body: Html): Html =>
  html`<h2>${title}</h2>
    ${body}`
const line = (text: string): Html => (text ? html`<p>${text}</p>` : none)
const words = (say: Say, limit: LimitShape): string =>
  limit.length === 0 ? say({ zh: '当场办结', en: 'on the spot' }) : say(limitInWords(limit))

export function searchBody(
  language: PlainLanguage,
  search: string,
  found: { readonly rows: readonly ItemSummary[]; readonly total: number },
): Html {
  const say = sayIn(language)
  return html`<form action="/plain" method="get">
      <input type="hidden" name="language" value="${language}" />
      <label
        >${say({ zh: '用平常的话说，例如：开个小饭馆', en: 'In your own words, in Chinese' })}
        <input name="search" value="${search}" maxlength="100"
      /></label>
      <button>${say({ zh: '搜一搜', en: 'Search' })}</button>
    </form>
    <p>${say({ zh: `共 ${found.total} 项`, en: `${found.total} services` })}</p>
    ${list(
      found.rows.map(
        ({ item, name, actingBody }) =>
          html`<a href="/plain/guide/${encodeURIComponent(item)}?language=${language}">${say(name)}</a> ·
            ${say(actingBody)}`,
      ),
    )}`
}

/** The guide in the order in which people ask; the same facts as the page with scripts. */
export function guideBody(language: PlainLanguage, { guide, standing }: GuideView): Html {
  const say = sayIn(language)
  const { content } = guide
  const { limits, materials, fee, place, phones, remedies } = content
  const asked = materials.filter(({ askedFromApplicant }) => askedFromApplicant)
  return all([
    line(say(content.actingBody.name)),
    standing.state === 'inForce' ? none : line(say(itemStates[standing.state])),
    part(
      say({ zh: '我能办吗？', en: 'Can I apply?' }),
      list(
        content.conditions.map(({ text }) => html`${say(text)}`),
        'ol',
      ),
    ),
    part(say({ zh: '要带什么？', en: 'What do I bring?' }), list(asked.map((one) => materialLine(say, one)))),
    part(
      say({ zh: '要多久？', en: 'How long does it take?' }),
      all([
        line(limits.committed ? say({ zh: '承诺：', en: 'Promised: ' }) + words(say, limits.committed) : ''),
        line(limits.statutory ? say({ zh: '法定：', en: 'By law: ' }) + words(say, limits.statutory) : ''),
      ]),
    ),
    part(
      say({ zh: '要花多少钱？', en: 'What does it cost?' }),
      fee.charged
        ? list(fee.items.map(({ name, standard }) => html`${say(name)}: ${say(standard)}`))
        : line(say({ zh: '不收费', en: 'Free of charge' })),
    ),
    part(
      say({ zh: '到哪里办？', en: 'Where?' }),
      all([
        line(content.channels.map((channel) => say(itemChannels[channel])).join(' · ')),
        line(`${say(place.address)} ${say(place.hours)}`),
        line(`${phones.consult} · ${phones.complaint}`),
      ]),
    ),
    part(
      say({ zh: '然后呢？', en: 'What happens then?' }),
      all([
        list(
          content.steps.map(({ name }) => html`${say(name)}`),
          'ol',
        ),
        list(content.results.map(({ name }) => html`${say(name)}`)),
      ]),
    ),
    part(
      say({ zh: '依据', en: 'Legal basis' }),
      list(content.basis.map(({ law, article }) => html`${law} ${article}`)),
    ),
    remedies
      ? part(
          say({ zh: '不服怎么办', en: 'If you disagree' }),
          list([
            html`${say({ zh: '行政复议：', en: 'Review: ' })}${say(remedies.review.name)}
            (${words(say, remedies.review.within)})`,
            html`${say({ zh: '诉讼：', en: 'Court: ' })}${say(remedies.court.name)}
            (${words(say, remedies.court.within)})`,
          ]),
        )
      : none,
    part(
      say({ zh: '常见问题', en: 'Questions people ask' }),
      list(content.faq.map(({ question, answer }) => html`<b>${say(question)}</b> ${say(answer)}`)),
    ),
    line(
      `${guide.item} · ${say({ zh: `第 ${guide.version} 版`, en: `version ${guide.version}` })} · ${guide.from}`,
    ),
  ])
}

function materialLine(say: Say, { name, originals, copies, requiredWhen, guidance }: Material): Html {
  const counts = say({
    zh: `原件 ${originals}，复印件 ${copies}`,
    en: `${originals} originals, ${copies} copies`,
  })
  const when = requiredWhen ? say({ zh: '下列情形才要：', en: 'only if: ' }) + say(requiredWhen) : ''
  return html`<b>${say(name)}</b> (${counts}) ${when} ${say(guidance)}`
}

export function trackForm(language: PlainLanguage): Html {
  const say = sayIn(language)
  return html`<form action="/plain/track" method="get">
    <input type="hidden" name="language" value="${language}" />
    <p>
      <label
        >${say({ zh: '办件编号', en: 'Application number' })} <input name="caseNo" required maxlength="60"
      /></label>
    </p>
    <p>
      <label
        >${say({ zh: '查询码', en: 'Tracking code' })} <input name="code" required maxlength="20"
      /></label>
    </p>
    <p><button>${say({ zh: '查一查', en: 'Look' })}</button></p>
  </form>`
}

export function trackBody(language: PlainLanguage, file: TrackedFile): Html {
  const say = sayIn(language)
  const limits: Readonly<Record<string, Bilingual>> = {
    answer: { zh: '答复是否受理', en: 'answer on acceptance' },
    committed: { zh: '承诺办结', en: 'promised' },
    statutory: { zh: '法定办结', en: 'by law' },
    delivery: { zh: '送达', en: 'delivery' },
    'hearing-request': { zh: '可以要求听证', en: 'you may ask for a hearing' },
    hearing: { zh: '举行听证', en: 'hearing' },
  }
  const marks = {
    done: { zh: '办好了', en: 'done' },
    open: { zh: '正在办', en: 'under way' },
    waiting: { zh: '还没轮到', en: 'to come' },
  }
  return all([
    html`<p><b>${say(file.nextStep)}</b></p>`,
    line(`${say(file.itemName)} · ${say(file.unitName)}`),
    list(file.missing.map(({ name, guidance }) => html`${name} ${guidance}`)),
    part(
      say({ zh: '什么时候办完', en: 'When' }),
      list(
        file.clocks
          .filter(({ status, dueAt }) => status !== 'stopped' && dueAt !== null)
          .map(
            ({ limit, dueAt }) =>
              html`${say(limits[limit] ?? { zh: limit, en: limit })}: ${lastDay(dueAt ?? '')}`,
          ),
      ),
    ),
    part(
      say({ zh: '每一步', en: 'Every step' }),
      list(
        file.steps.map(
          ({ name, unitName, status, doneAt }) =>
            html`${name} · ${say(unitName)} · ${say(marks[status])} ${doneAt?.slice(0, 10) ?? ''}`,
        ),
        'ol',
      ),
    ),
    part(
      say({ zh: '经过', en: 'What happened' }),
      list(file.timeline.map(({ at, text }) => html`${at.slice(0, 16).replace('T', ' ')} ${say(text)}`)),
    ),
  ])
}

/** The end of a limit as a public notice says it: 24:00 of its last day is the first instant of the next. */
const lastDay = (dueAt: string): string =>
  new Date(Date.parse(`${dueAt.slice(0, 19)}Z`) - 1).toISOString().slice(0, 10)
