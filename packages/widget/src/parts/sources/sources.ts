import { html, nothing, type TemplateResult } from 'lit'
import type { Answer } from '../../session/transcript.ts'
import { type Source, sourcesOf } from '../../session/quote-link.ts'
import { fill, type Strings } from '../../strings/index.ts'

/**
 * Where an answer stands: the first quote as it reads on its page, when the answer says it otherwise, and a chip for every
 * page. All of it stands on the trace page.
 */
export function sourcesView(answer: Answer, strings: Strings): TemplateResult | typeof nothing {
  const [first, ...others] = sourcesOf(answer.sentences)
  if (first === undefined) return nothing
  const said = answer.sentences.map((sentence) => sentence.text).join(' ')
  const pages = others.filter((source, index) =>
    [first, ...others.slice(0, index)].every((earlier) => earlier.quote.url !== source.quote.url),
  )
  return html`${quoteView(first, said, answer.lang, strings)}
    <ul class="sources" aria-label=${strings.sources}>
      ${[first, ...pages].map((source) => html`<li>${chipView(source)}</li>`)}
    </ul>`
}

function quoteView({ quote }: Source, said: string, lang: string, strings: Strings): TemplateResult | typeof nothing {
  if (plain(said).includes(plain(quote.text))) return nothing
  const foreign = quote.lang !== '' && lang !== '' && quote.lang !== lang
  const language = foreign ? fill(strings.quoteIn, { language: nameOf(quote.lang, strings.lang) }) : nothing
  return html`<small class="foreign">${language}</small>
    <blockquote lang=${quote.lang || nothing} dir="auto">${clip(quote.text)}</blockquote>`
}

function chipView({ title, href, quote }: Source): TemplateResult {
  const label = html`<bdi lang=${quote.lang || nothing}>${title}</bdi>`
  if (href === undefined) return html`<span class="pill still"><span>${label}</span></span>`
  const elsewhere = new URL(href).origin !== location.origin
  return html`<a
    class="pill"
    href=${href}
    target=${elsewhere ? '_blank' : nothing}
    rel=${elsewhere ? 'noopener' : nothing}
  >
    <span>${label}<span aria-hidden="true">↗</span></span>
  </a>`
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.!?،؟]+/g, ' ')
    .trim()
}

function clip(text: string): string {
  return text.length <= 280 ? text : `${text.slice(0, 279).replace(/\s+\S*$/, '')}…`
}

function nameOf(lang: string, inLang: string): string {
  return new Intl.DisplayNames([inLang], { type: 'language', fallback: 'code' }).of(lang) ?? lang
}
