import type { WidgetConfig } from '@foyer/sdk'
import { applyAccent } from './accent.ts'

export type Look = WidgetConfig['look']

const radii = { sharp: '4px', soft: '16px', round: '24px' } as const

/** What the tag or the page says, else what the owner chose, else ours. The words for the launcher come back. */
export function wear(host: HTMLElement, lang: string, look?: Look): string {
  const said = getComputedStyle(host).getPropertyValue('--foyer-accent').trim()
  applyAccent(host, host.getAttribute('accent') || said || (look?.accent ?? ''))
  const corner = (host.getAttribute('corner') ?? look?.corner ?? 'soft') as keyof typeof radii
  host.style.setProperty('--f-radius', radii[corner] ?? radii.soft)
  if (look !== undefined && !host.hasAttribute('theme')) host.dataset['theme'] = look.theme
  return host.getAttribute('launcher') ?? look?.launcher[lang.slice(0, 2) as keyof Look['launcher']] ?? ''
}

/** The owner's choice, for the launcher: one small request, before which nothing is asked and for which nothing is stored. */
export async function fetchLook(baseUrl: string, key: string): Promise<Look | undefined> {
  const response = await fetch(`${baseUrl}/v1/widget/look`, { headers: { authorization: `Bearer ${key}` } })
  return response.ok ? ((await response.json()) as Look) : undefined
}
