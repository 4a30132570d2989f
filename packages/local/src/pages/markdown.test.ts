import { expect, test } from 'vitest'
import { toHtml } from './markdown.ts'

test('what the guides use becomes HTML, and nothing in them becomes markup', () => {
  const html = toHtml(
    '# A <b>\n\nSee [errors](errors.md#gone), `a < b` and **this**.\n\n- one\n  more\n- two\n\n| a | b |\n|---|---|\n| `x` | y |\n\n```ts run\nconst a = "<x>"\n```\n',
  )
  expect(html).toContain('<h1 id="a-b">A &lt;b&gt;</h1>')
  expect(html).toContain('<a href="errors#gone">errors</a>, <code>a &lt; b</code> and <strong>this</strong>.')
  expect(html).toContain('<ul><li>one\n  more</li><li>two</li></ul>')
  expect(html).toContain('<td><code>x</code></td><td>y</td>')
  expect(html).toContain('<pre><code>const a = &quot;&lt;x&gt;&quot;\n</code></pre>')
})

test('a heading is where an error links to', () => {
  expect(toHtml('## rate_limited\n')).toContain('<h2 id="rate_limited">')
})
