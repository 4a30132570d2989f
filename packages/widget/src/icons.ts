import { html } from 'lit'

const icon = (paths: string) => html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${paths} /></svg>`

export const icons = {
  close: icon('M6 6l12 12M18 6 6 18'),
  send: icon('M12 19V5M6 11l6-6 6 6'),
  up: icon('M7 11v9H4v-9zM7 11l4-7c1.4 0 2.3 1 2 2.4L12.3 10H18a2 2 0 0 1 2 2.3l-1 6A2 2 0 0 1 17 20H7'),
  down: icon('M7 13V4H4v9zM7 13l4 7c1.4 0 2.3-1 2-2.4L12.3 14H18a2 2 0 0 0 2-2.3l-1-6A2 2 0 0 0 17 4H7'),
  phone: icon(
    'M6 3h3l1.6 4.6L8.5 9.3a12 12 0 0 0 6.2 6.2l1.7-2.1L21 15v3a2.5 2.5 0 0 1-2.7 2.5A16.5 16.5 0 0 1 3.500 5.700 2.5 2.5 0 0 1 6 3z',
  ),
  microphone: icon('M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21'),
  back: icon('M19 12H5M11 6l-6 6 6 6'),
  check: icon('M5 12.5l4.5 4.5L19 7'),
}
