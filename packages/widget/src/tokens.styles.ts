import { css } from 'lit'

/** Colours and measures of every part. AA on their surfaces, light and dark; the accent is the tenant's. */
export const tokens = css`
  :host {
    --_surface: light-dark(#fff, oklch(24% 0.012 200));
    --_raised: light-dark(oklch(97% 0.004 200), oklch(29% 0.014 200));
    --_ink: light-dark(oklch(24% 0.02 200), oklch(95% 0.008 200));
    --_soft: light-dark(oklch(45% 0.02 200), oklch(78% 0.015 200));
    --_line: light-dark(oklch(90% 0.008 200), oklch(36% 0.015 200));
    --_field: light-dark(oklch(60% 0.015 200), oklch(58% 0.015 200));
    --_danger: light-dark(oklch(48% 0.17 28), oklch(80% 0.11 28));
    --_danger-surface: light-dark(oklch(96.5% 0.02 28), oklch(30% 0.05 28));
    --_stop: oklch(50% 0.18 28);
    --_notice: light-dark(oklch(95.5% 0.03 90), oklch(32% 0.035 90));
    --_accent: var(--f-accent, oklch(48% 0.09 165));
    --_on-accent: var(--f-on-accent, #fff);
    --_link: light-dark(var(--f-link-light, oklch(45% 0.09 165)), var(--f-link-dark, oklch(80% 0.09 165)));
    --_radius: var(--foyer-radius, var(--f-radius, 16px));
    color: var(--_ink);
    font-size: 15px;
    line-height: 1.5;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }

  button {
    border: 0;
    background: none;
    cursor: pointer;
    min-height: 44px;
    min-width: 44px;
    padding: 0;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }

  a {
    color: var(--_link);
  }

  :focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }

  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    width: 20px;
    height: 20px;
    display: block;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* A pill one sees inside a target one can hit: 34 px in 44. */
  .pill {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    max-width: 100%;
    text-decoration: none;
    text-align: start;
  }

  .pill > span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    padding: 6px 12px;
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: var(--_surface);
    color: var(--_link);
    font-size: 14px;
    line-height: 1.4;
    overflow-wrap: anywhere;
    transition: background-color 0.12s ease-out;
  }

  .pill:hover > span {
    background: var(--_raised);
  }

  .pill.strong > span {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
    font-weight: 600;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }

  @media (forced-colors: active) {
    .pill > span {
      border-color: ButtonText;
    }
  }
`
