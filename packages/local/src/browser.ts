// A browser for tests, wherever they run: named, installed, or carried by a package.

import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { ROOT } from './launcher/places.ts'

export type Browser = { executablePath: string; args: string[] }

/** Enough for a headless Chromium anywhere, and it calls nobody by itself. */
export const BROWSER_ARGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** CHROME_PATH, an installed Chrome, Chromium or Edge, or the one from the package registry (Linux on x64). */
export async function findBrowser(environment: Record<string, string | undefined> = process.env): Promise<Browser> {
  const named = environment['CHROME_PATH']
  if (named) {
    if (existsSync(named)) return { executablePath: named, args: BROWSER_ARGS }
    throw new Error(`CHROME_PATH says ${named}, and there is nothing. Correct it, or unset it.`)
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const installed = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find(
    (path) => existsSync(path),
  )
  return { executablePath: installed ?? (await unpackedBrowser()), args: BROWSER_ARGS }
}

async function unpackedBrowser(): Promise<string> {
  const folder = join(ROOT, 'node_modules/.cache/foyer/chromium')
  const path = join(folder, 'chromium')
  if (existsSync(path)) return path
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'There is no Chrome, Chromium or Edge on this machine. Install one, or set CHROME_PATH to where it is.',
    )
  }
  await mkdir(join(folder, '..'), { recursive: true })
  const half = await mkdtemp(`${folder}.`)
  const before = process.env['TMPDIR']
  // It unpacks itself into the folder for temporary files; a whole copy takes its place at once.
  process.env['TMPDIR'] = half
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  await rename(half, folder).catch(async () => {
    if (!existsSync(path)) await cp(half, folder, { recursive: true })
    await rm(half, { recursive: true, force: true })
  })
  return path
}
