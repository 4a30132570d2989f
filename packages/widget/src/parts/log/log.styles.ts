import { css } from 'lit'

export const logStyles = css`
  :host {
    display: block;
    flex: 1;
    min-height: 0;
    position: relative;
  }

  .log {
    position: relative;
    height: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px;
    display: flex;
    flex-direction: column;
    gap: 14px;
    scrollbar-width: thin;
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .greeting {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .said {
    align-self: flex-end;
    max-width: 85%;
    display: flex;
    flex-direction: column;
    align-items: flex-end;
  }

  .said p {
    margin: 0;
    padding: 9px 14px;
    border-radius: 18px;
    border-end-end-radius: 6px;
    background: var(--_accent);
    color: var(--_on-accent);
    white-space: pre-line;
    overflow-wrap: anywhere;
    position: relative;
  }

  .said[data-delivery='refused'] p {
    background: var(--_raised);
    color: var(--_ink);
    border: 1px solid var(--_danger);
  }

  .said .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    column-gap: 8px;
    padding-top: 4px;
    color: var(--_danger);
    font-size: 13.5px;
    text-align: end;
  }

  .member {
    margin: 0;
    padding: 9px 14px;
    align-self: flex-start;
    max-width: 85%;
    border: 1px solid var(--_line);
    border-radius: 18px;
    border-end-start-radius: 6px;
    overflow-wrap: anywhere;
  }

  .member b {
    display: block;
    font-size: 13px;
  }

  .notice {
    margin: 0;
    padding: 10px 14px;
    border-radius: 12px;
    background: var(--_raised);
    font-size: 14px;
    overflow-wrap: anywhere;
  }

  .call {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    margin: 0;
    font-size: 13px;
    color: var(--_soft);
  }

  .call svg {
    width: 14px;
    height: 14px;
  }

  .notice p {
    margin: 0;
  }

  @media (forced-colors: active) {
    .said p {
      border: 1px solid CanvasText;
    }
  }
`
