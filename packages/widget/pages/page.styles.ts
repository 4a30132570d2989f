import { css } from 'lit'

/** What the pages that Foyer itself serves share; their colours stand in palette.css. */
export const pageStyles = css`
  :host {
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
