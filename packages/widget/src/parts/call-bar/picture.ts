import { html, type TemplateResult } from 'lit'

/** What the call does, at a glance: five bars that follow whoever sounds, dots that think, a ring that waits. */
export type Picture = 'waits' | 'listens' | 'thinks' | 'speaks' | 'lost'

export function pictureView(picture: Picture): TemplateResult {
  return html`<span class="picture ${picture}" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></span>`
}
