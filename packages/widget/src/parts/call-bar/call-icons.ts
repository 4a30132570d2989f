import { html, type TemplateResult } from 'lit'

const icon = (paths: string, extra = '') =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">
    <path d=${paths} />
    <path class="off" d=${extra} />
  </svg>`

/** Those that can be switched off carry the stroke that says so. */
export const callIcons = {
  microphone: icon(
    'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21',
    'M4 4l16 16',
  ),
  speaker: icon(
    'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
    'M4 4l16 16',
  ),
  devices: icon('M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4'),
  hangUp: icon(
    'M3.500 14.500c4.700-4.700 12.300-4.700 17 0l-2.200 2.300-3.300-1.500v-2.300a10 10 0 0 0-6 0v2.300l-3.300 1.500z',
  ),
}

/** How good the connection is: three bars, and in words. */
export function signalView(quality: 'good' | 'fair' | 'lost', words: string): TemplateResult {
  return html`<span class="signal ${quality}" role="img" aria-label=${words} title=${words}
    ><i></i><i></i><i></i
  ></span>`
}
