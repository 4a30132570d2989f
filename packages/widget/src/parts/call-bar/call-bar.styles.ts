import { css } from 'lit'

export const callBarStyles = css`
  :host {
    display: block;
    border-top: 1px solid var(--_line);
    background: var(--_raised);
  }

  .bar {
    --_mic: 0;
    --_voice: 0;
    padding: 12px 12px 8px 16px;
    padding-inline: 16px 12px;
  }

  .head {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 28px;
  }

  .head strong {
    flex: 1;
    min-width: 0;
    font-weight: 600;
  }

  time {
    font-variant-numeric: tabular-nums;
    color: var(--_soft);
    font-size: 14px;
  }

  .picture {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 3px;
    width: 36px;
    height: 28px;
  }

  .picture i {
    --_reach: 0.6;
    width: 4px;
    height: 24px;
    border-radius: 2px;
    background: var(--_soft);
    transform: scaleY(0.17);
    transition: transform 0.08s linear;
  }

  .picture i:nth-child(even) {
    --_reach: 0.85;
  }

  .picture i:nth-child(3) {
    --_reach: 1;
  }

  .listens i {
    transform: scaleY(calc(0.17 + 0.83 * var(--_mic) * var(--_reach)));
  }

  .speaks i {
    background: var(--_link);
    transform: scaleY(calc(0.17 + 0.83 * var(--_voice) * var(--_reach)));
  }

  .thinks i,
  .waits i {
    animation: breathe 1.2s ease-in-out infinite;
  }

  .thinks i:nth-child(even),
  .waits i:nth-child(even) {
    animation-delay: 0.2s;
  }

  .thinks i:nth-child(3),
  .waits i:nth-child(3) {
    animation-delay: 0.4s;
  }

  .lost i {
    background: var(--_danger);
    opacity: 0.6;
  }

  @keyframes breathe {
    50% {
      opacity: 0.25;
    }
  }

  .signal {
    display: flex;
    align-items: flex-end;
    gap: 2px;
    height: 14px;
  }

  .signal i {
    width: 3px;
    height: 5px;
    border-radius: 1px;
    background: var(--_soft);
  }

  .signal i:nth-child(2) {
    height: 9px;
  }

  .signal i:nth-child(3) {
    height: 13px;
  }

  .fair i:nth-child(3),
  .signal.lost i {
    opacity: 0.3;
  }

  /* Two lines, the newest words in sight, whatever comes. */
  .caption {
    display: flex;
    flex-direction: column-reverse;
    height: 42px;
    margin-top: 4px;
    overflow: hidden;
    font-size: 14px;
    line-height: 21px;
    color: var(--_soft);
  }

  .caption p {
    flex: none;
    margin: auto 0;
    margin-block: 0 auto;
    overflow-wrap: anywhere;
  }

  .caption b {
    font-weight: 600;
    color: var(--_ink);
  }

  .controls {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-inline-start: -10px;
    margin-top: 4px;
  }

  .controls button:not(.end) {
    display: grid;
    place-items: center;
    border-radius: 22px;
    color: var(--_soft);
  }

  .controls button:not(.end):hover {
    color: var(--_ink);
    background: color-mix(in oklab, currentColor 10%, transparent);
  }

  .off {
    display: none;
  }

  [aria-pressed='true'] .off {
    display: inline;
  }

  .controls button[aria-pressed='true'],
  .controls button[aria-expanded='true'] {
    background: color-mix(in oklab, currentColor 12%, transparent);
  }

  .controls button[aria-pressed='true']:not(.end) {
    color: var(--_danger);
  }

  /* The ring of the microphone shows that it hears, whoever has the word. */
  .mute[aria-pressed='false'] {
    box-shadow: inset 0 0 0 calc(3px * var(--_mic)) var(--_link);
  }

  .end {
    margin-inline-start: auto;
  }

  .end span {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 6px 14px;
    border-radius: 18px;
    background: var(--_stop);
    color: #fff;
    font-size: 14px;
    font-weight: 600;
    line-height: 1.4;
  }

  .end svg {
    width: 18px;
    height: 18px;
  }

  .devices {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 4px 12px;
    margin-top: 6px;
    font-size: 14px;
  }

  select,
  input {
    width: 100%;
    min-height: 44px;
    margin: 0;
    font: inherit;
    font-size: 16px;
    color: inherit;
    accent-color: var(--_link);
  }

  select {
    padding: 0 8px;
    border: 1px solid var(--_field);
    border-radius: 10px;
    background: var(--_surface);
  }

  @media (prefers-reduced-motion: reduce) {
    .picture i {
      animation: none;
    }

    .listens i,
    .speaks i {
      transform: scaleY(0.5);
    }
  }

  @media (forced-colors: active) {
    .picture i,
    .signal i {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .end span {
      border: 1px solid ButtonText;
    }

    .controls [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
`
