import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { builderOf } from './builder.ts'
import { builderSteps } from './builder-steps.ts'
import { contrastOf, hexOf, parseColour, readable } from './colour.ts'
import { iconColours } from './icon-colours.ts'
import { readPageHead } from './page-head.ts'
import { siteBuilders } from './schema.ts'

const chunk = (name: string, body: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)])
}

/** A PNG of these rows of pixels, each row written with its own filter. */
function pngOf(rows: readonly (readonly number[])[][], filters: readonly number[] = []): Uint8Array {
  const width = rows[0]?.length ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(rows.length, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const lines = rows.map((row) => row.flat())
  const raw = lines.flatMap((line, y) => {
    const filter = filters[y] ?? 0
    const above = lines[y - 1] ?? line.map(() => 0)
    const filtered = line.map((value, x) => {
      const [left, up] = [line[x - 4] ?? 0, above[x] ?? 0]
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : 0
      return (value - guess + 256) % 256
    })
    return [filter, ...filtered]
  })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Uint8Array.from(raw))),
    chunk('IEND', new Uint8Array()),
  ])
}

const pine = [47, 111, 78, 255]
const paper = [250, 250, 250, 255]
const brick = [180, 60, 40, 255]

describe('the colours of a site', () => {
  test('are read from a PNG icon, the most of it first, greys left out', async () => {
    const icon = pngOf(
      [
        [pine, pine, paper],
        [pine, brick, paper],
        [pine, pine, paper],
        [pine, pine, [0, 0, 0, 0]],
      ],
      [0, 1, 2, 3],
    )
    expect((await iconColours(icon)).map(hexOf)).toEqual(['#2f6f4e', '#b43c28'])
  })

  test('are read from a PNG within an .ico, and from a drawing', async () => {
    const png = pngOf([[pine, pine]])
    const ico = Buffer.alloc(22 + png.length)
    ico.set([0, 0, 1, 0, 1, 0])
    ico.writeUInt32LE(png.length, 14)
    ico.writeUInt32LE(22, 18)
    ico.set(png, 22)
    expect((await iconColours(ico)).map(hexOf)).toEqual(['#2f6f4e'])
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#c30"/><path style="fill:#fff"/><g fill="#c30"/></svg>'
    expect((await iconColours(new TextEncoder().encode(svg))).map(hexOf)).toEqual(['#cc3300'])
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('not a picture')],
    ['a PNG that breaks off', pngOf([[pine]]).slice(0, 40)],
    ['a PNG that claims to be huge', new Uint8Array([...pngOf([[pine]]).slice(0, 16), 255, 255, 255, 255])],
  ])('are none in %s, and nothing breaks', async (_what, bytes) => {
    expect(await iconColours(bytes)).toEqual([])
  })

  test.each(['#ffd400', '#9ad', 'rgb(120, 200, 80)', 'hsl(30 90% 60%)', '#2f6f4e'])(
    '%s is darkened until white words on it can be read',
    (text) => {
      const colour = parseColour(text)
      expect(colour).not.toBeNull()
      if (colour !== null) expect(contrastOf(readable(colour), [255, 255, 255])).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('that can be read already stay as they are', () => {
    expect(hexOf(readable([47, 111, 78]))).toBe('#2f6f4e')
  })
})

describe('what built a page', () => {
  test.each([
    ['wordpress', '<link rel="stylesheet" href="https://a.example/wp-content/themes/x/style.css">'],
    ['wix', '<meta name="generator" content="Wix.com Website Builder"><img src="https://static.wixstatic.com/x.png">'],
    ['squarespace', '<!-- This is Squarespace. --><script src="https://static1.squarespace.com/a.js"></script>'],
    ['shopify', '<script>Shopify.theme = {}</script><link href="//cdn.shopify.com/s/files/1/a.css">'],
    ['webflow', '<html data-wf-page="65" data-wf-site="64">'],
    ['godaddy', '<meta name="generator" content="Starfield Technologies; Go Daddy Website Builder 8.0">'],
    ['html', '<p>We moved from WordPress to our own pages.</p>'],
  ])('is %s', (builder, markup) => {
    expect(builderOf(markup)).toBe(builder)
  })

  test('has its steps in three languages', () => {
    for (const id of siteBuilders)
      for (const lang of ['en', 'es', 'ar'] as const) expect(builderSteps[id].steps[lang].length, id).toBeGreaterThan(2)
  })
})

test('the head of a page is read whatever its quotes, and what is commented out does not count', () => {
  const markup = `<!doctype html><title>Saltbush &amp; Sons</title>
    <meta content='#2F6F4E' name=theme-color><link rel="icon" href="/favicon.ico"><link rel='apple-touch-icon' href='/touch.png' sizes=180x180>
    <link rel=manifest href="site.webmanifest">
    <!-- <script src="https://desk.example/foyer.js" data-key="pk_test_old"></script> -->
    <script async src="https://desk.example/foyer.js" data-key="pk_test_new"></script>`
  expect(readPageHead(markup, 'https://a.example/about/')).toEqual({
    title: 'Saltbush & Sons',
    themeColor: '#2F6F4E',
    manifest: 'https://a.example/about/site.webmanifest',
    icon: 'https://a.example/touch.png',
    scripts: [{ src: 'https://desk.example/foyer.js', key: 'pk_test_new' }],
  })
})
