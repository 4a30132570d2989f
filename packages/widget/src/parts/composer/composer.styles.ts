import { css } from 'lit'

export const composerStyles = css`
  :host {
    display: block;
    padding: 8px 12px 0;
  }

  form {
    display: flex;
    align-items: flex-end;
    border: 1px solid var(--_field);
    border-radius: 24px;
    background: var(--_surface);
    transition: border-color 0.12s ease-out;
  }

  form:focus-within {
    border-color: var(--_link);
    box-shadow: 0 0 0 1px var(--_link);
  }

  textarea {
    flex: 1;
    min-width: 0;
    border: 0;
    outline: 0;
    background: none;
    resize: none;
    font-size: 16px;
    line-height: 24px;
    min-height: 46px;
    padding: 11px 4px 11px 16px;
    padding-inline: 16px 4px;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  textarea:focus-visible {
    outline: 0;
  }

  textarea::placeholder {
    color: var(--_soft);
    opacity: 1;
  }

  button {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: 1px;
    padding: 4px;
    border-radius: 22px;
  }

  button svg {
    width: 36px;
    height: 36px;
    padding: 8px;
    border-radius: 18px;
    background: var(--_raised);
    color: var(--_soft);
    transition: background-color 0.12s ease-out;
  }

  button[data-filled='true'] svg {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .talk + button {
    margin-inline-start: -4px;
  }

  .talk svg {
    background: none;
  }

  .talk:hover svg {
    color: var(--_link);
  }

  @media (forced-colors: active) {
    form:focus-within {
      outline: 2px solid Highlight;
    }
  }
`
