import { css } from 'lit'

/** Ink, paper and pine: what the pages that Foyer itself serves share. */
export const pageStyles = css`
  :host {
    --ink: light-dark(oklch(24% 0.02 165), oklch(94% 0.01 120));
    --soft: light-dark(oklch(45% 0.02 165), oklch(77% 0.015 140));
    --card: light-dark(#fff, oklch(25% 0.014 165));
    --line: light-dark(oklch(89% 0.01 120), oklch(37% 0.016 165));
    --pine: light-dark(oklch(45% 0.09 165), oklch(80% 0.1 165));
    --pine-fill: light-dark(oklch(48% 0.09 165), oklch(72% 0.1 165));
    --on-pine: light-dark(#fff, oklch(20% 0.03 165));
    --mark: light-dark(oklch(92% 0.08 95), oklch(42% 0.07 95));
    --brick: light-dark(oklch(48% 0.16 30), oklch(80% 0.11 30));
    display: block;
    color: var(--ink);
    font:
      16px/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Noto Sans Arabic',
      sans-serif;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  main {
    max-width: 880px;
    margin: 0 auto;
    padding: 40px 20px 64px;
    overflow-wrap: anywhere;
  }

  h1 {
    margin: 0;
    font-size: 26px;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  h2 {
    margin: 40px 0 12px;
    font-size: 17px;
    font-weight: 600;
  }

  p {
    margin: 0;
  }

  a {
    color: var(--pine);
  }

  .soft {
    color: var(--soft);
  }

  .kicker {
    color: var(--soft);
    font-size: 14px;
    margin-bottom: 6px;
  }

  :focus-visible {
    outline: 2px solid var(--pine);
    outline-offset: 2px;
  }

  button,
  input {
    font: inherit;
    color: inherit;
    min-height: 44px;
    border-radius: 10px;
  }

  button {
    padding: 0 18px;
    border: 0;
    background: var(--pine-fill);
    color: var(--on-pine);
    font-weight: 600;
    cursor: pointer;
  }

  input {
    width: 100%;
    max-width: 420px;
    padding: 9px 12px;
    border: 1px solid var(--soft);
    background: var(--card);
  }
`
