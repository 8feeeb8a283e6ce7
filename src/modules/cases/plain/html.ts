import type { Bilingual } from '#kernel/refusal.ts'

export type PlainLanguage = 'zh' | 'en'

/** Markup that is safe to send. Only `html` and `all` make it, so that no text of a person becomes markup. */
export interface Html {
  readonly markup: string
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)

const markupOf = (value: string | number | Html): string =>
  typeof value === 'object' ? value.markup : escaped(String(value))

/** `html\`<p>${text}</p>\``: every value is escaped unless it is markup already. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html => ({
  markup: parts.reduce((so, part, index) => so + markupOf(values[index - 1] ?? '') + part),
})

export const all = (rows: readonly Html[]): Html => ({ markup: rows.map(({ markup }) => markup).join('\n') })
export const none: Html = { markup: '' }

export const sayIn =
  (language: PlainLanguage) =>
  ({ zh, en }: Bilingual): string =>
    language === 'en' ? en || zh : zh || en

/** A whole page: no script, no style, no picture; what any browser of the last twenty years shows. */
export const plainPage = (language: PlainLanguage, title: string, body: Html): string =>
  `<!doctype html>\n${
    html`<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <p>
          <a href="/plain?language=${language}"
            >${sayIn(language)({ zh: '政务服务（无脚本版）', en: 'Public services, plain version' })}</a
          >
          ·
          <a href="/plain/track?language=${language}">${sayIn(language)({ zh: '查进度', en: 'Track' })}</a> ·
          <a href="/plain?language=${language === 'en' ? 'zh' : 'en'}"
            >${language === 'en' ? '中文' : 'English'}</a
          >
        </p>
        <hr />
        <h1>${title}</h1>
        ${body}
        <hr />
        <p>${sayIn(language)({ zh: '咨询、投诉：12345', en: 'Questions and complaints: 12345' })}</p>
      </body>
    </html>`.markup
  }`
