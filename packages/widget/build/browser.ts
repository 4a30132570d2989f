import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Enough for headless Chromium anywhere, and it calls nobody by itself. */
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A Chromium to test in: `CHROME_PATH`, one that is installed, or the one from the package registry (Linux x64). */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env['CHROME_PATH'] ?? ''
  const found = [named, ...installed].find((path) => path !== '' && existsSync(path))
  if (found !== undefined) return { executablePath: found, args }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no Chrome, Chromium or Edge on this machine. Install one, or set CHROME_PATH to where it is.')
  }
  // It unpacks itself into the folder for temporary files: ours, so that it stays for the next time.
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/chromium', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const path = join(cache, 'chromium')
  if (existsSync(path)) return { executablePath: path, args }
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = cache
  try {
    const { default: chromium } = (await import(createRequire(import.meta.url).resolve('@sparticuz/chromium'))) as { default: { executablePath(): Promise<string> } }
    return { executablePath: await chromium.executablePath(), args }
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
