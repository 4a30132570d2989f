import { css } from 'lit'

export const formStyles = css`
  :host {
    display: block;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 8px 16px 16px;
  }

  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: -12px;
  }

  .head button {
    display: grid;
    place-items: center;
    border-radius: 12px;
  }

  [dir='rtl'] .head svg {
    transform: scaleX(-1);
  }

  h2 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
  }

  p {
    margin: 0;
    color: var(--_soft);
    font-size: 14px;
  }

  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: 12px;
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }

  .hint {
    grid-column: 1 / -1;
    margin-top: -8px;
    font-size: 13px;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
  }

  label {
    font-size: 14px;
    font-weight: 500;
  }

  input,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 9px 12px;
    border: 1px solid var(--_field);
    border-radius: 10px;
    background: var(--_surface);
    font-size: 16px;
    resize: vertical;
  }

  [dir='rtl'] input[dir='ltr'] {
    text-align: right;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .fault {
    color: var(--_danger);
    font-size: 13.5px;
  }

  .fault:empty {
    display: none;
  }

  button[type='submit'] {
    padding: 0 20px;
    border-radius: 22px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  button[aria-disabled='true'] {
    opacity: 0.7;
  }
`
