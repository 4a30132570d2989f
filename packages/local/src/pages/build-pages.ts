import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'
import { titleOf, toHtml } from './markdown.ts'

const HERE = import.meta.dirname
const SCALAR = join(ROOT, 'packages/local/node_modules/@scalar/api-reference/dist/browser/standalone.js')
const GUIDES = join(ROOT, 'docs/guide')

/** Writes what the worker serves beside the widget: the guides under /docs, and the API reference. */
export async function buildPages(out: string): Promise<void> {
  await Promise.all([guides(join(out, 'docs')), reference(out)])
}

async function guides(out: string): Promise<void> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const template = await readFile(join(HERE, 'guide.html'), 'utf8')
  const names = (await readdir(GUIDES)).filter((name) => name.endsWith('.md'))
  for (const name of names) {
    const text = await readFile(join(GUIDES, name), 'utf8')
    const page = template.replace('{{title}}', () => titleOf(text)).replace('{{body}}', () => toHtml(text))
    await writeFile(join(out, name.replace(/\.md$/, '.html')), page)
  }
  for (const name of ['guide.css', 'guide.js']) await cp(join(HERE, name), join(out, name))
}

/** Scalar's finished script is four megabytes: a file beside the worker, never in it, named by its content. */
async function reference(out: string): Promise<void> {
  const bytes = await readFile(SCALAR)
  const name = `scalar-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.js`
  await mkdir(out, { recursive: true })
  const old = (await readdir(out)).filter((each) => /^scalar-\w+\.js$/.test(each) && each !== name)
  for (const each of old) await rm(join(out, each))
  await writeFile(join(out, name), bytes)
  const page = await readFile(join(HERE, 'reference.html'), 'utf8')
  await writeFile(join(out, 'reference.html'), page.replace('{{scalar}}', `/${name}`))
  await cp(join(HERE, 'reference.js'), join(out, 'reference.js'))
}
