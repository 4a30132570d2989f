/** A page of the dashboard. `:name` in the path becomes a parameter; deep links for everything. */
export interface Route {
  path: string
  /** The custom element that shows it. */
  tag: string
  load: () => Promise<unknown>
  /** `open` needs nobody; `person` a signed-in person; `tenant` also a tenant and a mode in the address. */
  door: 'open' | 'person' | 'tenant'
}

export interface Match {
  route: Route
  params: Readonly<Record<string, string>>
  query: URLSearchParams
}

export const root = '/dashboard'
/** Where a tenant's pages begin. */
const within = `${root}/:tenant/:mode(test|live)`

export function createRouter(routes: readonly Route[], changed: () => void) {
  const patterns = routes.map((route) => ({
    route,
    pattern: new URLPattern({ pathname: `${route.door === 'tenant' ? within : root}${route.path}` }),
  }))
  addEventListener('popstate', changed)
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (link === undefined || !isOurs(link, event)) return
    event.preventDefault()
    go(link.href)
  })
  return {
    match(url: URL): Match | null {
      for (const { route, pattern } of patterns) {
        const found = pattern.exec({ pathname: url.pathname })
        if (found === null) continue
        const params = Object.entries(found.pathname.groups).map(([name, value]) => [
          name,
          decodeURIComponent(value ?? ''),
        ])
        return { route, params: Object.fromEntries(params) as Record<string, string>, query: url.searchParams }
      }
      return null
    },
  }
}

/** Goes to an address of the dashboard, as a link would. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address)
  dispatchEvent(new PopStateEvent('popstate'))
}

function isOurs(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const here = link.origin === location.origin && link.pathname.startsWith(`${root}/`)
  return plain && here && link.target === '' && !link.hasAttribute('download') && !event.defaultPrevented
}
