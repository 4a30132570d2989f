import { html, nothing, type TemplateResult } from 'lit'
import type { Answer } from '../../session/transcript.ts'
import { type Source, sourcesOf } from '../../session/quote-link.ts'
import { fill, type Strings } from '../../strings/index.ts'

/** Where an answer stands: the quote when the answer says it otherwise, and a chip that opens the page at it. */
export function sourcesView(answer: Answer, strings: Strings): TemplateResult | typeof nothing {
  const sources = sourcesOf(answer.sentences)
  if (sources.length === 0) return nothing
  const said = answer.sentences.map((sentence) => sentence.text).join(' ')
  const shown = new Set<string>()
  return html`<ul class="sources" aria-label=${strings.sources}>
    ${sources.map((source) => {
      const chip = shown.has(source.quote.url) && said.includes(source.quote.text.trim())
      shown.add(source.quote.url)
      return chip ? nothing : html`<li>${quoteView(source, said, answer.lang, strings)}${chipView(source)}</li>`
    })}
  </ul>`
}

function quoteView({ quote }: Source, said: string, lang: string, strings: Strings): TemplateResult | typeof nothing {
  if (plain(said).includes(plain(quote.text))) return nothing
  const foreign = quote.lang !== '' && lang !== '' && quote.lang !== lang
  const language = foreign ? fill(strings.quoteIn, { language: nameOf(quote.lang, strings.lang) }) : nothing
  return html`<small class="foreign">${language}</small><blockquote lang=${quote.lang || nothing} dir="auto">${clip(quote.text)}</blockquote>`
}

function chipView({ title, href, quote }: Source): TemplateResult {
  const label = html`<bdi lang=${quote.lang || nothing}>${title}</bdi>`
  if (href === undefined) return html`<span class="pill still"><span>${label}</span></span>`
  const elsewhere = new URL(href).origin !== location.origin
  return html`<a class="pill" href=${href} target=${elsewhere ? '_blank' : nothing} rel=${elsewhere ? 'noopener' : nothing}>
    <span>${label}<span aria-hidden="true">↗</span></span>
  </a>`
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s.!?،؟]+/g, ' ').trim()
}

function clip(text: string): string {
  return text.length <= 280 ? text : `${text.slice(0, 279).replace(/\s+\S*$/, '')}…`
}

function nameOf(lang: string, inLang: string): string {
  return new Intl.DisplayNames([inLang], { type: 'language', fallback: 'code' }).of(lang) ?? lang
}
