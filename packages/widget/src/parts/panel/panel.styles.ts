import { css } from 'lit'

export const panelStyles = css`
  :host {
    --_offset: var(--foyer-offset, 20px);
    position: fixed;
    bottom: calc(var(--_offset) + env(safe-area-inset-bottom));
    right: calc(var(--_offset) + env(safe-area-inset-right));
    width: min(380px, 100vw - 2 * var(--_offset));
    height: min(640px, 100dvh - 2 * var(--_offset));
    display: block;
    pointer-events: auto;
  }

  :host([start]) {
    right: auto;
    left: calc(var(--_offset) + env(safe-area-inset-left));
  }

  :host([hidden]) {
    display: none;
  }

  :host([inline]) {
    position: absolute;
    inset: 0;
    width: auto;
    height: auto;
  }

  .panel {
    height: 100%;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow:
      0 2px 6px rgb(0 0 0 / 0.06),
      0 16px 48px rgb(0 0 0 / 0.18);
    animation: rise 0.16s ease-out;
  }

  :host([inline]) .panel {
    box-shadow: none;
    animation: none;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 10px 8px 10px 16px;
    padding-inline: 16px 8px;
    border-bottom: 1px solid var(--_line);
    min-height: 64px;
  }

  .who {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    line-height: 1.35;
  }

  .who strong {
    font-weight: 600;
    overflow: hidden;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow-wrap: anywhere;
  }

  .who span {
    font-size: 13px;
    color: var(--_soft);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .test {
    flex: none;
    padding: 1px 8px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    font-size: 12px;
    color: var(--_soft);
  }

  .close {
    flex: none;
    display: grid;
    place-items: center;
    border-radius: 12px;
    color: var(--_soft);
  }

  .close:hover {
    background: var(--_raised);
    color: var(--_ink);
  }

  .banner {
    margin: 0;
    padding: 8px 16px;
    background: var(--_notice);
    font-size: 13.5px;
  }

  .banner:empty {
    display: none;
  }

  .note {
    margin: 0;
    padding: 4px 18px 2px;
    font-size: 12.5px;
    line-height: 1.4;
    color: var(--_soft);
  }

  .note a {
    display: inline-block;
    padding: 14px 4px;
    margin: -14px -4px;
  }

  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 0 18px;
    color: var(--_soft);
    font-size: 13px;
  }

  .foot button:hover {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .shut {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: 24px;
    text-align: center;
  }

  .shut p {
    margin: 0;
  }

  @media (max-width: 479.98px) {
    :host(:not([inline])) {
      inset: 0;
      top: var(--_top, 0px);
      bottom: auto;
      width: 100%;
      height: var(--_height, 100dvh);
    }

    :host(:not([inline])) .panel {
      border: 0;
      border-radius: 0;
      padding-bottom: env(safe-area-inset-bottom);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .panel {
      animation: none;
    }
  }
`
