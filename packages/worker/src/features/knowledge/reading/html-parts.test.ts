import { describe, expect, test } from 'vitest'
import type { ReadDocument } from './document.ts'
import { readHtml } from './html.ts'

const read = (body: string, head = '', url = 'https://acme.example/page') => {
  const document = readHtml(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, { url })
  for (const { text, start, end } of document.passages) expect(document.text.slice(start, end)).toBe(text)
  return document
}
const codes = (document: ReadDocument) => document.notes.map((note) => note.code)

describe('questions', () => {
  const faq = (body: string, head = '') => read(`<h1>Help</h1>${body}`, head)

  test('details, accordions of the common builders and questions as headings are opened and read', () => {
    const bodies = [
      '<details><summary>Do you work on Sundays?</summary><p>Yes, until noon.</p></details>',
      '<h3>Do you work on Sundays?</h3><p>Yes, until noon.</p>',
      '<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" data-bs-target="#c1" aria-controls="c1" aria-expanded="false">Do you work on Sundays?</button></h2><div id="c1" class="accordion-collapse collapse"><div class="accordion-body">Yes, until noon.</div></div></div>',
      '<div class="elementor-accordion-item"><div class="elementor-tab-title" role="button" aria-controls="t1" aria-expanded="false"><span aria-hidden="true">+</span><a class="elementor-accordion-title">Do you work on Sundays?</a></div><div id="t1" style="display:none" class="elementor-tab-content"><p>Yes, until noon.</p></div></div>',
      '<ul class="accordion-items-container"><li><h4><button aria-expanded="false" aria-controls="d1"><span>Do you work on Sundays?</span></button></h4><div id="d1" hidden><p>Yes, until noon.</p></div></li></ul>',
      '<button aria-expanded="false">Do you work on Sundays?</button><div style="height:0;overflow:hidden">Yes, until noon.</div>',
      '<div class="faq-question">Do you work on Sundays?</div><div class="faq-answer" style="display:none">Yes, until noon.</div>',
      '<dl><dt>Do you work on Sundays?</dt><dd>Yes, until noon.</dd></dl>',
      '<p><strong>Do you work on Sundays?</strong></p><p>Yes, until noon.</p>',
    ]
    for (const body of bodies) {
      const document = faq(body)
      expect([body, document.questions]).toEqual([
        body,
        [{ question: 'Do you work on Sundays?', answer: 'Yes, until noon.' }],
      ])
      const passage = document.passages.find(({ kind }) => kind === 'question')
      expect([body, passage?.text]).toEqual([body, 'Do you work on Sundays?\nYes, until noon.'])
      expect(codes(document)).toEqual([])
    }
  })

  test('a menu that opens is no accordion', () => {
    const document = faq(
      '<p>Hello there.</p><nav><button aria-expanded="false" aria-controls="m">Menu</button><ul id="m" hidden><li>One</li></ul></nav><div class="mobile-menu"><button aria-expanded="false" aria-controls="n">Menu</button><ul id="n" hidden><li>Two</li></ul></div>',
    )
    expect(document.text).toBe('Help\nHello there.')
  })

  test('questions of JSON-LD count when their answer stands on the page', () => {
    const ld = (answer: string) =>
      `<script type="application/ld+json">{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Is it safe?","acceptedAnswer":{"@type":"Answer","text":"<p>${answer}</p>"}}]}</script>`
    expect(faq('<p>It is as safe as can be, say all who tried.</p>', ld('It is as safe as can be')).questions).toEqual([
      { question: 'Is it safe?', answer: 'It is as safe as can be' },
    ])
    expect(faq('<p>Hello.</p>', ld('Everything is free today')).questions).toEqual([])
  })
})

describe('what a page says about itself', () => {
  test('title, canonical, dates, icon, colour, robots and links', () => {
    const document = read(
      '<base href="/sub/"><p>Hi there.</p><a href="x.html#part">X</a> <a href="x.html">again</a> <a href="mailto:a@b.c">m</a> <a rel="nofollow" href="//cdn.example/y">y</a>',
      `<title> Acme &amp; Sons </title><link rel="canonical" href="/page/"><link rel="icon" href="/i.svg"><meta name="theme-color" content="#123456">
       <meta property="article:modified_time" content="2026-03-05T10:00:00+01:00"><meta name="robots" content="noindex, follow"><link rel="alternate" hreflang="es" href="/es/">`,
    )
    expect(document).toMatchObject({
      title: 'Acme & Sons',
      lang: 'en',
      canonicalUrl: 'https://acme.example/page/',
      dated: '2026-03-05',
      icon: 'https://acme.example/i.svg',
      themeColor: '#123456',
      robots: { noindex: true, nofollow: false },
    })
    expect(document.links).toEqual([
      { url: 'https://acme.example/es/', text: '', rel: 'alternate:es' },
      { url: 'https://acme.example/sub/x.html', text: 'X', rel: '' },
      { url: 'https://cdn.example/y', text: 'y', rel: 'nofollow' },
    ])
  })

  test('JSON-LD graphs are flattened, slips forgiven, and microdata reads the same way', () => {
    const { structured } = read(
      `<div itemscope itemtype="https://schema.org/Dentist"><span itemprop="name">Larkmoor</span><a itemprop="telephone" href="tel:1">555</a>
        <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="streetAddress">1 Main</span></div><meta itemprop="openingHours" content="Mo-Fr 08:00-17:00"></div>`,
      '<script type="application/ld+json">{"@graph":[{"@type":"Plumber","name":"A"},{"@type":"WebSite","name":"B",}]}</script><script type="application/ld+json">nonsense</script>',
    )
    expect(structured).toEqual([
      { '@type': 'Plumber', name: 'A' },
      { '@type': 'WebSite', name: 'B' },
      {
        '@type': 'Dentist',
        name: 'Larkmoor',
        telephone: '555',
        address: { '@type': 'PostalAddress', streetAddress: '1 Main' },
        openingHours: 'Mo-Fr 08:00-17:00',
      },
    ])
  })

  test('the language is the page’s own, then asked for, and Arabic letters are Arabic', () => {
    const one = (html: string, detectLanguage?: () => string) =>
      readHtml(html, { url: 'https://a.example/', ...(detectLanguage ? { detectLanguage } : {}) }).lang
    expect(one('<html lang="es-MX"><p>Hola a todos.</p>')).toBe('es')
    expect(one('<p>Hola a todos.</p>', () => 'es')).toBe('es')
    expect(one('<p>Hola a todos.</p>')).toBe('und')
    expect(one('<html lang="en"><p>أسعارنا ثابتة وليست بالساعة وتراها مكتوبة قبل أن نبدأ</p>')).toBe('ar')
    const { passages } = read('<p>Hello to all of you.</p><p lang="es">Hola a todos ustedes.</p>')
    expect(passages.map((passage) => passage.lang)).toEqual(['en', 'es'])
  })
})
