import type { Evidence, Quote, Sentence, Trace, TraceStep } from '@foyer/sdk'
import { html, nothing, type TemplateResult } from 'lit'
import { linkTo } from '../../src/session/quote-link.ts'
import { fill } from '../../src/strings/strings.ts'
import { markedIn } from './marked.ts'
import { evidenceWords, type TraceWords } from './words.ts'

/** A trace is a picture: the way of the question as one line, and beneath it the page with the sentence marked. */
export function traceView(trace: Trace, words: TraceWords): TemplateResult {
  const other = trace.asked !== '' && trace.asked !== trace.question
  return html`<article>
    <p class="kicker">${words.title} · ${words.asked}</p>
    <h1 dir="auto">${trace.question}</h1>
    ${other ? html`<p class="soft" dir="auto">${fill(words.understood, { asked: trace.asked })}</p>` : nothing}
    ${trace.recognised ? html`<p class="soft">${words.recognised}</p>` : nothing} ${pictureView(trace, words)}
    <p class="answer" lang=${trace.lang || nothing} dir="auto">${trace.answer}</p>
    <h2>${words.evidence}</h2>
    ${trace.sentences.map((sentence) => sentenceView(sentence, trace, words))} ${beatView(trace, words)}
    ${rejectedView(trace, words)} ${costView(trace, words)}
  </article>`
}

function pictureView({ steps, tier }: Trace, words: TraceWords): TemplateResult {
  return html`<ol class="line" aria-label=${words.picture}>
    <li class="end"><i aria-hidden="true"></i><b>${words.heard}</b></li>
    ${steps.map((step) => stationView(step, words))}
    <li class="end ${tier === null || tier === 'none' ? 'none' : ''}">
      <i aria-hidden="true"></i><b>${tier === 'none' ? words.tier['none'] : words.said}</b>
    </li>
  </ol>`
}

function stationView(step: TraceStep, words: TraceWords): TemplateResult {
  const score = step.score === null ? '' : compare(step.score, step.threshold)
  return html`<li class=${step.verdict}>
    <i aria-hidden="true"></i>
    <b>${words.tier[step.tier] ?? step.tier}</b>
    <span class="verdict">${words.verdict[step.verdict]}</span>
    <span class="reason" dir="auto">${step.reason}</span>
    ${score === '' ? nothing : html`<bdi class="score">${score}</bdi>`}
  </li>`
}

function compare(score: number, threshold: number | null): string {
  if (threshold === null) return score.toFixed(2)
  return `${score.toFixed(2)} ${score >= threshold ? '≥' : '<'} ${threshold.toFixed(2)}`
}

function sentenceView(sentence: Sentence, trace: Trace, words: TraceWords): TemplateResult {
  return html`<section class="sentence">
    <p lang=${sentence.lang || nothing} dir="auto">${sentence.text}</p>
    ${sentence.evidence.map(
      (evidence) =>
        html`<p class="kind">${evidenceWords(evidence, words)}</p>
          ${quotesOf(evidence).map((quote) => pageView(quote, trace, words))}`,
    )}
  </section>`
}

function quotesOf(evidence: Evidence): Quote[] {
  if (evidence.kind === 'computed')
    return evidence.facts.flatMap((fact) => (fact.quote === undefined ? [] : [fact.quote]))
  if (evidence.kind === 'playbook' || evidence.kind === 'fixed' || evidence.kind === 'tool') return []
  return evidence.quote === undefined ? [] : [evidence.quote]
}

/** The page itself: its name and address above, its text below, the quote marked. */
function pageView(quote: Quote, trace: Trace, words: TraceWords): TemplateResult {
  const { before, marked, after } = markedIn(quote, trace.passages)
  const href = linkTo(quote)
  return html`<figure>
    <figcaption>
      <b dir="auto">${quote.title}</b>
      ${href === undefined ? html`<bdi>${quote.url}</bdi>` : html`<a href=${href} target="_blank" rel="noopener">${words.open} ↗</a>`}
    </figcaption>
    <blockquote lang=${quote.lang || nothing} dir="auto">${before}<mark>${marked}</mark>${after}</blockquote>
  </figure>`
}

function beatView(trace: Trace, words: TraceWords): TemplateResult | typeof nothing {
  const passages = new Set(trace.passages.map((passage) => passage.passageId))
  const used = new Set(
    trace.sentences.flatMap((sentence) => sentence.evidence.flatMap(quotesOf)).map((quote) => quote.versionId),
  )
  const others = [
    ...trace.steps.flatMap((step) =>
      step.candidates
        .filter(({ id }) => !passages.has(id))
        .map(({ label, score }) => ({ label, score, used: false, from: words.tier[step.tier] ?? step.tier })),
    ),
    ...trace.passages.map(({ quote, score }) => ({
      label: `${quote.title}: ${quote.text.slice(0, 90)}`,
      score,
      used: used.has(quote.versionId),
      from: words.tier['extractive'] ?? '',
    })),
  ]
  if (others.length === 0) return nothing
  const most = Math.max(...others.map((other) => other.score), 1e-9)
  return html`<h2>${words.beat}</h2>
    <ul class="beat">
      ${others
        .slice(0, 12)
        .map(
          ({ label, score, used: wasUsed, from }) =>
            html`<li>
              <span class="name" dir="auto">${label}</span
              ><span class="soft">${from}${wasUsed ? html` · ${words.used}` : nothing}</span>
              <meter aria-label=${label} min="0" max="1" value=${Math.max(0, score / most)}></meter
              ><bdi>${score.toFixed(2)}</bdi>
            </li>`,
        )}
    </ul>`
}

function rejectedView({ rejected }: Trace, words: TraceWords): TemplateResult | typeof nothing {
  if (rejected.length === 0) return nothing
  return html`<h2>${words.rejected}</h2>
    <ul class="rejected">
      ${rejected.map(({ text, reason }) => html`<li><s dir="auto">${text}</s><span class="soft" dir="auto">${reason}</span></li>`)}
    </ul>`
}

function costView(trace: Trace, words: TraceWords): TemplateResult {
  const { usage, versions, waits } = trace
  const longest = Math.max(...waits.map((wait) => wait.ms), 1)
  const counted = trace.steps.flatMap((step) => Object.entries(step.counted))
  const dollars = `$${(usage.costMicros / 1e6).toFixed(usage.costMicros < 10_000 ? 5 : 2)}`
  const cost =
    usage.tokensIn + usage.tokensOut === 0
      ? words.free
      : `${dollars} · ${fill(words.tokens, { in: String(usage.tokensIn), out: String(usage.tokensOut) })}`
  return html`<h2>${words.waits}</h2>
    ${
      waits.length === 0
        ? html`<p class="soft">${words.noWaits}</p>`
        : html`<ul class="waits">
            ${waits.map((wait) => html`<li><span dir="auto">${wait.what}</span><meter aria-label=${wait.what} min="0" max=${longest} value=${wait.ms}></meter><bdi>${wait.ms < 1 ? '< 1' : Math.round(wait.ms)} ms</bdi></li>`)}
          </ul>`
    }
    ${
      counted.length === 0
        ? nothing
        : html`<h2>${words.counted}</h2>
            <p class="soft">
              ${counted.map(([name, count], index) => html`${index > 0 ? ' · ' : ''}<bdi>${count.toLocaleString(words.lang)} ${name}</bdi>`)}
            </p>`
    }
    <h2>${words.versions}</h2>
    <dl>
      <div>
        <dt>${words.engine}</dt>
        <dd><bdi>${versions.engine}</bdi></dd>
      </div>
      <div>
        <dt>${words.playbookVersion}</dt>
        <dd><bdi>${versions.playbook}</bdi></dd>
      </div>
      <div>
        <dt>${words.knowledge}</dt>
        <dd><bdi>${versions.knowledgeRevision}</bdi></dd>
      </div>
      <div>
        <dt>${words.clock}</dt>
        <dd>
          <time datetime=${trace.clock}
            >${new Date(trace.clock).toLocaleString(words.lang, { dateStyle: 'medium', timeStyle: 'short' })}</time
          >
        </dd>
      </div>
      <div>
        <dt>${words.cost}</dt>
        <dd>${cost}</dd>
      </div>
    </dl>`
}
