/** What pages do to what is put into them, by accident mostly. Each alone, and all at once. */
export const hostile: Record<string, string> = {
  reset: '* { all: unset !important }',
  fonts:
    '* { font: italic 900 40px/3 serif !important; letter-spacing: 9px !important; text-transform: uppercase !important }',
  boxes:
    '* { box-sizing: content-box !important; padding: 30px !important; margin: 30px !important; border: 9px solid red !important }',
  hidden:
    '* { display: none !important } body, html { display: block !important } body > * { visibility: hidden !important; opacity: 0 !important }',
  sizes:
    'html { font-size: 5px !important; zoom: 1 } * { width: 10px !important; height: 10px !important; max-width: 10px !important; overflow: hidden !important }',
  places:
    '* { position: static !important; float: right !important; z-index: -1 !important; transform: rotate(20deg) scale(0.5) !important }',
  extras:
    '*::before, *::after { content: "SALE" !important; display: block !important; position: fixed !important; inset: 0 !important; background: red !important }',
  paint:
    '* { background: red !important; color: red !important; filter: invert(1) !important; direction: rtl !important; pointer-events: none !important }',
}
