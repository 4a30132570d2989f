import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { pageUnderPolicy } from '../src/test/under-policy.ts'

/** The built scripts with the headers the worker gives them, and a page with a strict policy that uses them from another origin. */
export async function serveBuilt(): Promise<{ url: string; close(): Promise<void> }> {
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('build.ts', import.meta.url))])
  const folder = new URL('../dist/browser/', import.meta.url)
  const server = createServer((request, response) => {
    const { pathname, searchParams, port } = new URL(request.url ?? '', `http://${request.headers.host}`)
    if (pathname === '/under-policy.html') {
      const { headers, body } = pageUnderPolicy(searchParams, `http://localhost:${port}`)
      return void response.writeHead(200, headers).end(body)
    }
    const name = pathname.slice(1)
    readFile(new URL(name, folder)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': 'text/javascript',
            'access-control-allow-origin': '*',
            'cross-origin-resource-policy': 'cross-origin',
          })
          .end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    /** Where the page is; the scripts come from `localhost`, which is another origin. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
