/**
 * The host and the launcher. What is `!important` here also wins over a page's `!important` (CSS Cascade: important
 * declarations of the inner tree come first), so a page's rules for `*` stop at the host.
 */
export const launcherStyles = `
:host{all:initial!important;direction:ltr!important;display:block!important;position:fixed!important;
inset:auto calc(var(--foyer-offset,20px) + env(safe-area-inset-right)) calc(var(--foyer-offset,20px) + env(safe-area-inset-bottom)) auto!important;
width:56px!important;height:56px!important;overflow:visible!important;pointer-events:none!important;z-index:var(--foyer-z-index,2147483000)!important;
font:400 16px/1.5 var(--foyer-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif)!important;
color-scheme:light dark!important;-webkit-text-size-adjust:100%!important}
:host([data-theme=light]){color-scheme:light!important}
:host([data-theme=dark]){color-scheme:dark!important}
:host([theme=light]){color-scheme:light!important}
:host([theme=dark]){color-scheme:dark!important}
:host([data-start]){inset:auto auto calc(var(--foyer-offset,20px) + env(safe-area-inset-bottom)) calc(var(--foyer-offset,20px) + env(safe-area-inset-left))!important}
:host([mode=inline]){pointer-events:auto!important;position:relative!important;inset:auto!important;width:100%!important;height:var(--foyer-height,560px)!important;z-index:auto!important}
:host([hidden]){display:none!important}
:host::before,:host::after,:host::backdrop{content:none!important;display:none!important}
button{all:unset;box-sizing:border-box;position:absolute;inset:0;pointer-events:auto;width:56px;height:56px;border-radius:28px;display:grid;place-items:center;cursor:pointer;
-webkit-tap-highlight-color:transparent;background:var(--f-accent,var(--foyer-accent,oklch(48% .09 165)));color:var(--f-on-accent,#fff);
box-shadow:0 1px 2px rgb(0 0 0/.16),0 6px 20px rgb(0 0 0/.18);transition:transform .16s ease-out,background-color .16s ease-out}
button[data-words]{inset:auto 0 0 auto;width:max-content;max-width:calc(100vw - 40px);padding:0 20px 0 16px;grid-auto-flow:column;gap:10px;font-weight:600}
:host([data-start]) button[data-words]{inset:auto auto 0 0}
span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
button:hover{transform:translateY(-1px)}
button:active{transform:scale(.97)}
button:focus-visible{outline:3px solid light-dark(#111,#fff);outline-offset:3px}
button[aria-busy=true] svg{opacity:.5}
button[hidden]{display:none}
button[data-call]{outline:3px solid oklch(60% .2 28);outline-offset:3px}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
i{position:absolute;top:2px;inset-inline-end:2px;width:14px;height:14px;border-radius:7px;background:oklch(60% .2 28);border:2px solid #fff;box-sizing:border-box}
i[hidden]{display:none}
@media (prefers-reduced-motion:reduce){button{transition:none}button:hover,button:active{transform:none}}
@media (forced-colors:active){button{border:2px solid ButtonText;background:ButtonFace;color:ButtonText}}
@media print{:host{display:none!important}}
`
