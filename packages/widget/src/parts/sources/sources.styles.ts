import { css } from 'lit'

export const sourcesStyles = css`
  .sources {
    list-style: none;
    margin: 2px 0 -4px;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
  }

  .sources li {
    min-width: 0;
    max-width: 100%;
  }

  .sources .pill > span {
    padding: 3px 10px;
    font-size: 13px;
    color: var(--_soft);
  }

  .sources a.pill:hover > span {
    color: var(--_link);
  }

  .sources [aria-hidden] {
    font-size: 11px;
  }

  [dir='rtl'] .sources [aria-hidden] {
    transform: scaleX(-1);
  }

  blockquote {
    margin: 8px 0 2px;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_line);
    color: var(--_soft);
    font-size: 14px;
    white-space: pre-line;
    overflow: hidden;
    display: -webkit-box;
    -webkit-line-clamp: 4;
    -webkit-box-orient: vertical;
  }

  .foreign {
    display: block;
    margin-top: 8px;
    color: var(--_soft);
    font-size: 13px;
  }

  .foreign:empty {
    display: none;
  }

  .foreign:not(:empty) + blockquote {
    margin-top: 2px;
  }
`
