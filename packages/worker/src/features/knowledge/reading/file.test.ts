import { describe, expect, test } from 'vitest'
import { isRefusal, type ReadDocument, type Refusal } from './document.ts'
import { readFile } from './file.ts'
import type { Zippable } from 'fflate'
import { docxOf, encryptedPdf, paragraph, pdfOf } from './test-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function read(content: Uint8Array | string, name: string, contentType = ''): Promise<ReadDocument> {
  const result = await readFile(typeof content === 'string' ? bytes(content) : content, { name, contentType })
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.message}`)
  for (const { text, start, end } of result.passages) expect(result.text.slice(start, end)).toBe(text)
  return result
}

async function refusal(content: Uint8Array | string, name: string, contentType = ''): Promise<Refusal> {
  const result = await readFile(typeof content === 'string' ? bytes(content) : content, { name, contentType })
  if (!isRefusal(result)) throw new Error(`read: ${result.text.slice(0, 100)}`)
  // What happened, and what now: two sentences at least.
  expect(result.message).toMatch(/[.:] [A-Z].*\.$/su)
  return result
}

describe('PDF', () => {
  test('headings, wrapped lines and the columns of a price list', async () => {
    const row = (text: string, price: string, y: number) => [
      { text, y },
      { text: price, x: 480, y },
    ]
    const { title, passages } = await read(
      pdfOf([
        [
          { text: 'Price list', size: 22, y: 720 },
          { text: 'Our prices are flat and hold until the end of the year, for homes in the whole of the', y: 680 },
          { text: 'valley. Ask for a quote.', y: 666 },
          { text: 'Repairs', size: 16, y: 630 },
          ...row('Capacitor replaced', '$185', 600),
          ...row('Contactor replaced', '$210', 580),
        ],
        [{ text: '\u00bfAtienden los fines de semana? S\u00ed, tambi\u00e9n el domingo por la ma\u00f1ana.', y: 720 }],
      ]),
      'prices/price-list.pdf',
    )
    expect(title).toBe('Price list')
    expect(passages.map(({ headings, anchor, kind, text }) => [headings, anchor, kind, text])).toEqual([
      [
        ['Price list'],
        'page=1',
        'text',
        'Our prices are flat and hold until the end of the year, for homes in the whole of the valley. Ask for a quote.',
      ],
      [['Price list', 'Repairs'], 'page=1', 'table-row', 'Capacitor replaced: $185'],
      [['Price list', 'Repairs'], 'page=1', 'table-row', 'Contactor replaced: $210'],
      [
        ['Price list', 'Repairs'],
        'page=2',
        'text',
        '¿Atienden los fines de semana? Sí, también el domingo por la mañana.',
      ],
    ])
  })

  test('a password, a scan, too many pages and a broken file are each refused in words', async () => {
    expect((await refusal(encryptedPdf(), 'a.pdf')).code).toBe('encrypted')
    expect((await refusal(pdfOf([[], []]), 'a.pdf')).code).toBe('no-text-layer')
    expect((await refusal(pdfOf(Array.from({ length: 301 }, () => [{ text: 'x', y: 700 }])), 'a.pdf')).message).toBe(
      'This PDF has 301 pages; we read up to 300. Split it and upload the parts.',
    )
    expect((await refusal('%PDF-1.7\nnothing else', 'a.pdf')).code).toBe('damaged')
    expect((await refusal('just text', 'a.pdf')).code).toBe('damaged')
    expect((await refusal(new Uint8Array(), 'a.pdf')).code).toBe('empty')
  })

  test('a page without text among others is named in a note', async () => {
    const { notes } = await read(
      pdfOf([[{ text: 'We are open.', y: 700 }], [], [{ text: 'Call us.', y: 700 }]]),
      'a.pdf',
    )
    expect(notes).toEqual([
      {
        code: 'no-text-layer',
        pages: [2],
        message: 'Page 2 of this PDF has no text (a picture, perhaps), so we could not read it.',
      },
    ])
  })

  test('what stands on every page is said once', async () => {
    const page = (text: string, number: number) => [
      { text: 'Acme Heating', y: 770 },
      { text, y: 700 },
      { text: `Page ${number} of 4`, y: 30 },
    ]
    const { text } = await read(
      pdfOf(['One here.', 'Two here.', 'Three here.', 'Four here.'].map((line, i) => page(line, i + 1))),
      'a.pdf',
    )
    expect(text.split('\n')).toEqual(['Acme Heating', 'One here.', 'Two here.', 'Three here.', 'Four here.'])
  })
})

describe('Word', () => {
  test('headings, lists and tables', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const { passages, title } = await read(
      docxOf(
        paragraph('Patient guide', 'Heading1') +
          paragraph('Arrive ten minutes early.') +
          `<w:tbl><w:tr>${cell('Visit')}${cell('Price')}</w:tr><w:tr>${cell('Exam')}${cell('$55')}</w:tr><w:tr>${cell('Cleaning')}${cell('$98')}</w:tr></w:tbl>`,
      ),
      'guide.docx',
    )
    expect(title).toBe('Patient guide')
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Arrive ten minutes early.'],
      ['table-row', 'Visit: Exam; Price: $55'],
      ['table-row', 'Visit: Cleaning; Price: $98'],
    ])
  })

  test('a bomb is refused after 50 MB, whatever sizes it claims, before the converter sees it', async () => {
    const bomb = docxOf(paragraph('Hello'), { 'word/media/image1.bin': [new Uint8Array(51 * 1_048_576), { level: 1 }] })
    expect(bomb.length).toBeLessThan(500_000)
    // The size fields are only a claim: say 5 bytes, and it is refused all the same.
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    for (let at = 0; at + 46 < lying.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 5, true)
    const refused = await refusal(lying, 'a.docx')
    expect(refused.code).toBe('zip-bomb')
    expect(refused.message).toMatch(/^This file unpacks to more than 50 MB/)
  }, 60_000)

  test('more than 2,000 parts, a password, another archive and a damaged file are refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 2001 }, (_, i) => [
        `word/p${i}.xml`,
        [new Uint8Array(1), { level: 0 }] satisfies Zippable[string],
      ]),
    )
    expect((await refusal(docxOf(paragraph('Hi'), parts), 'a.docx')).code).toBe('zip-bomb')
    const locked = new Uint8Array(4096)
    locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect((await refusal(locked, 'old.doc')).code).toBe('unsupported-type')
    new TextEncoder().encode('EncryptedPackage').forEach((byte, i) => (locked[1024 + i * 2] = byte))
    expect((await refusal(locked, 'a.docx')).code).toBe('encrypted')
    expect((await refusal(docxOf(paragraph('Hi')).slice(0, 300), 'a.docx')).code).toBe('damaged')
    expect((await refusal(docxOf(paragraph('Hi')), 'a.xlsx')).code).toBe('unsupported-type')
    expect((await refusal(docxOf(''), 'a.docx')).code).toBe('empty')
  })
})

describe('text, Markdown, HTML and CSV', () => {
  test('Markdown keeps headings, lists, tables, anchors and its front matter', async () => {
    const { title, lang, dated, passages } = await read(
      '---\ntitle: Winter\nlang: es\ndate: 2026-01-05\n---\n# Precios\n\nPrecios **fijos** para [todos](https://a.example/x).\n\n## Visitas {#visitas}\n\n| Visita | Precio |\n|---|---:|\n| De día | $79 |\n\n- Uno\n- Dos\n  sigue\n\n### ¿Hay garantía?\n\nSí, de un año.\n',
      'docs/winter.md',
    )
    expect({ title, lang, dated }).toEqual({ title: 'Winter', lang: 'es', dated: '2026-01-05' })
    expect(passages.map(({ headings, anchor, kind, text }) => [headings.at(-1), anchor, kind, text])).toEqual([
      ['Precios', 'precios', 'text', 'Precios fijos para todos.'],
      ['Visitas', 'visitas', 'table-row', 'Visita: De día; Precio: $79'],
      ['Visitas', 'visitas', 'list-item', 'Uno\nDos sigue'],
      ['¿Hay garantía?', 'hay-garantía', 'question', '¿Hay garantía?\nSí, de un año.'],
    ])
  })

  test('plain text: paragraphs, headings in capitals, lists, wrapped lines', async () => {
    const { passages } = await read(
      'OPENING HOURS\n\nMonday to Friday 8 to 5\nSaturday 9 to 1\n\nWe close for the holidays between December 24 and the first\nMonday of January.\n\n- Cash\n- Cards\n',
      'notes.txt',
    )
    expect(passages.map(({ headings, text }) => [headings, text])).toEqual([
      [
        ['OPENING HOURS'],
        'OPENING HOURS\nMonday to Friday 8 to 5\nSaturday 9 to 1\nWe close for the holidays between December 24 and the first Monday of January.',
      ],
      [['OPENING HOURS'], 'Cash\nCards'],
    ])
  })

  test('CSV of questions and answers with phrasings; bad rows are named by line', async () => {
    const { questions, notes, passages } = await read(
      '\ufeffquestion,answer,phrasing,phrasing\n"Do you do ""same day""?","Yes, before noon.",Same day?,Today?\n,An answer\nNo answer?,\nParking?,"Behind the house,\non the left."\n',
      'faq.csv',
    )
    expect(questions).toEqual([
      { question: 'Do you do "same day"?', answer: 'Yes, before noon.', phrasings: ['Same day?', 'Today?'] },
      { question: 'Parking?', answer: 'Behind the house,\non the left.', phrasings: [] },
    ])
    expect(notes).toEqual([
      {
        code: 'bad-rows',
        lines: [3, 4],
        message: 'We left out 2 rows (line 3: the question is missing; line 4: the answer is missing).',
      },
    ])
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['question', 'Do you do "same day"?\nYes, before noon.'],
      ['question', 'Parking?\nBehind the house,\non the left.'],
    ])
    expect((await refusal('name\nphone\n', 'x.csv')).code).toBe('bad-rows')
    expect((await read('Q1?;A1\nQ2?;A2', 'x.csv')).questions).toHaveLength(2)
  })

  test('charsets by mark, header, meta tag and trial; invalid UTF-8 is repaired with a note', async () => {
    const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    expect((await read(latin('<meta charset="iso-8859-1"><p>Ma\u00f1ana caf\u00e9</p>'), 'a.html')).text).toBe(
      'Mañana café',
    )
    expect((await read(latin('<p>Ma\u00f1ana</p>'), 'a.html', 'text/html; charset=windows-1252')).text).toBe('Mañana')
    expect((await read(latin('Ma\u00f1ana a las nueve'), 'a.txt')).text).toBe('Mañana a las nueve')
    expect((await read(Uint8Array.from([0xff, 0xfe, 0x48, 0, 0x69, 0]), 'a.txt')).text).toBe('Hi')
    const { text, notes } = await read(new Uint8Array([...bytes('Café mañana ¿sí? '), 0xff, ...bytes(' end')]), 'a.txt')
    expect(text).toBe('Café mañana ¿sí? \ufffd end')
    expect(notes.map((note) => note.code)).toEqual(['encoding-repaired'])
  })

  test('other kinds, empty files and files over 20 MB are refused with the way out', async () => {
    expect((await refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'logo.png')).message).toMatch(
      /We read PDF, Word/,
    )
    expect((await refusal('   \n  ', 'blank.txt')).code).toBe('empty')
    expect((await refusal(new Uint8Array(20 * 1_048_576 + 1), 'big.pdf')).code).toBe('too-large')
  })
})
