import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit'

const drawn = (paths: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${paths}</svg>`

/** Strokes on a grid of 20; colour and width come from the style sheet. */
export const icons = {
  home: drawn(svg`<path d="M3.5 9 10 3.5 16.5 9v7a.8.8 0 0 1-.8.8H12v-4.3H8v4.3H4.3a.8.8 0 0 1-.8-.8z"/>`),
  conversations: drawn(
    svg`<path d="M4.3 4h11.4c.7 0 1.3.6 1.3 1.3v7.4c0 .7-.6 1.3-1.3 1.3H9.5L6 16.8V14H4.3c-.7 0-1.3-.6-1.3-1.3V5.3C3 4.6 3.6 4 4.3 4zM6.5 7.7h7M6.5 10.4h4.5"/>`,
  ),
  knowledge: drawn(
    svg`<path d="M10 5.2C8.4 4 6.300 3.700 3.500 3.900v11c2.800-.2 4.900.1 6.500 1.300 1.600-1.200 3.700-1.500 6.500-1.300v-11c-2.800-.2-4.900.1-6.500 1.300zM10 5.200v11"/>`,
  ),
  playbook: drawn(
    svg`<rect x="4" y="3.200" width="12" height="13.600" rx="1.500"/><path d="M7 7h6M7 10h6M7 13h3.500"/>`,
  ),
  playground: drawn(svg`<circle cx="10" cy="10" r="6.800"/><path d="M8.500 7.300v5.400L12.800 10z"/>`),
  calls: drawn(
    svg`<path d="M4.200 3.500h2.600l1.300 3.300-1.700 1.200a9 9 0 0 0 4.600 4.600l1.200-1.700 3.300 1.300v2.600c0 .9-.7 1.700-1.700 1.700C8 16.500 3.500 12 3.500 5.200c0-.9-.2-1.700.7-1.700z"/>`,
  ),
  settings: drawn(
    svg`<path d="M3.500 6h7M14.500 6h2M3.500 14h2M9.500 14h7"/><circle cx="12.500" cy="6" r="2"/><circle cx="7.500" cy="14" r="2"/>`,
  ),
  menu: drawn(svg`<path d="M3.500 6h13M3.500 10h13M3.500 14h13"/>`),
  close: drawn(svg`<path d="m5 5 10 10M15 5 5 15"/>`),
  search: drawn(svg`<circle cx="9" cy="9" r="5"/><path d="m13 13 3.500 3.500"/>`),
  up: drawn(
    svg`<path d="M6.500 9v7H4.300a.8.8 0 0 1-.8-.8V9.800c0-.4.400-.8.800-.8zm0 0 3-5.500c1 0 1.700.8 1.700 1.700V8h4c.9 0 1.500.8 1.300 1.600l-1.100 5.200c-.1.700-.7 1.200-1.400 1.200H6.500"/>`,
  ),
  down: drawn(
    svg`<path d="M6.500 11V4H4.300a.8.8 0 0 0-.8.800v5.400c0 .4.400.8.800.8zm0 0 3 5.500c1 0 1.700-.8 1.700-1.700V12h4c.9 0 1.500-.8 1.300-1.600l-1.100-5.200c-.1-.7-.7-1.200-1.400-1.200H6.500"/>`,
  ),
  check: drawn(svg`<path d="m4.500 10.500 3.500 3.500 7.500-8"/>`),
  chevron: drawn(svg`<path d="m7 8.500 3 3 3-3"/>`),
  onward: drawn(svg`<path class="turns" d="m8 5 5 5-5 5"/>`),
  raise: drawn(svg`<path d="M10 16V4.500M5.500 9 10 4.500 14.500 9"/>`),
  plus: drawn(svg`<path d="M10 4.500v11M4.500 10h11"/>`),
  trash: drawn(svg`<path d="M4 6h12M8 6V4.300h4V6M5.500 6l.7 10h7.600l.7-10M8.500 9v4.500M11.500 9v4.500"/>`),
  edit: drawn(svg`<path d="m4 16 .6-3.100 8.500-8.500 2.500 2.500L7.100 15.400zM11.500 6l2.500 2.500"/>`),
  link: drawn(
    svg`<path d="M8.500 11.500a3 3 0 0 0 4.300 0l2.500-2.500a3 3 0 0 0-4.300-4.300l-.9.900M11.500 8.500a3 3 0 0 0-4.300 0L4.700 11a3 3 0 0 0 4.300 4.300l.9-.9"/>`,
  ),
  out: drawn(
    svg`<path d="M8 4H5.300C4.600 4 4 4.600 4 5.300v9.400c0 .7.600 1.300 1.300 1.300h9.400c.7 0 1.300-.6 1.300-1.300V12M11 4h5v5M16 4l-7 7"/>`,
  ),
  warning: drawn(svg`<path d="M10 3.500 17.300 16H2.700zM10 8.300v3.600M10 13.900v.2"/>`),
} as const
