/**
 * What stands in the address after `#`, kept for this tab and taken out of the address bar, so that it is neither
 * copied with the link nor kept in the history.
 */
export function openedWith<Name extends string>(name: string, wanted: readonly Name[]): Partial<Record<Name, string>> {
  const given = new URLSearchParams(location.hash.slice(1))
  if (wanted.some((field) => given.has(field))) {
    history.replaceState(null, '', location.pathname)
    keep(name, Object.fromEntries(given))
  }
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Record<Name, string>>
  } catch {
    return {}
  }
}

export function keep(name: string, what: Record<string, string>): void {
  sessionStorage.setItem(name, JSON.stringify(what))
}
