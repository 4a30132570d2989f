import { stringify } from 'yaml'

/** The same document as YAML when the caller prefers it. */
export function asYaml<T extends object>(request: Request, document: T): T | Response {
  if (!request.headers.get('accept')?.includes('yaml')) return document
  const etag = 'revision' in document ? { etag: String(document.revision) } : undefined
  return new Response(stringify('playbook' in document ? document.playbook : document), {
    headers: { 'content-type': 'application/yaml', ...etag },
  })
}
