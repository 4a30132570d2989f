import { css } from 'lit'

export const answerStyles = css`
  .answer {
    max-width: 100%;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .answer p {
    margin: 0;
  }

  .urgent {
    padding: 12px 16px 4px;
    border-radius: 12px;
    background: var(--_danger-surface);
  }

  .urgent .sentence {
    display: block;
    margin-bottom: 4px;
  }

  .urgent .sentence:first-child {
    font-weight: 700;
  }

  .sentence {
    white-space: pre-line;
    animation: appear 0.16s ease-out;
  }

  .answer .failure {
    color: var(--_danger);
    font-size: 14px;
  }

  .bar {
    display: flex;
    align-items: center;
    margin-inline-start: -12px;
    margin-top: -2px;
    color: var(--_soft);
    font-size: 13px;
  }

  .bar button {
    display: grid;
    place-items: center;
    border-radius: 12px;
  }

  .bar button:hover {
    color: var(--_link);
  }

  .bar svg {
    width: 17px;
    height: 17px;
  }

  .bar [aria-pressed='true'] {
    color: var(--_link);
  }

  .bar [aria-pressed='true'] svg {
    fill: color-mix(in oklab, currentColor 22%, transparent);
  }

  .reason {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-size: 14px;
  }

  .reason label {
    flex-basis: 100%;
    color: var(--_soft);
  }

  .reason input {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    padding: 0 12px;
    border: 1px solid var(--_field);
    border-radius: 22px;
    background: var(--_surface);
    font-size: 16px;
  }

  .why {
    padding: 0 8px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .thinking {
    display: grid;
    align-items: center;
    min-height: 24px;
    color: var(--_soft);
    font-size: 14px;
  }

  .thinking > * {
    grid-area: 1 / 1;
  }

  .words {
    opacity: 0;
    animation: appear 0.2s ease-out 2s forwards;
  }

  .dots {
    display: flex;
    gap: 5px;
    animation: vanish 0.2s ease-out 2s forwards;
  }

  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  @keyframes vanish {
    to {
      opacity: 0;
      visibility: hidden;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.3;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
`
