import { css } from 'lit'

export const traceStyles = css`
  .line {
    list-style: none;
    margin: 36px 0 0;
    padding: 0;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }

  .line li {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding-inline-end: 14px;
    font-size: 14px;
    line-height: 1.4;
  }

  .line li::before {
    content: '';
    position: absolute;
    top: 9px;
    inset-inline: 0;
    height: 2px;
    background: var(--line);
  }

  .line li:last-child::before {
    inset-inline-end: auto;
    width: 18px;
  }

  .line i {
    position: relative;
    width: 20px;
    height: 20px;
    margin-bottom: 8px;
    border-radius: 50%;
    border: 2px solid var(--soft);
    background: var(--card);
  }

  .line .end i {
    width: 12px;
    height: 12px;
    margin: 4px 4px 12px;
    background: var(--soft);
  }

  .line .answered i {
    border-color: var(--pine-fill);
    background: var(--pine-fill);
    box-shadow: 0 0 0 5px color-mix(in oklab, var(--pine-fill) 22%, transparent);
  }

  .line .answered .verdict {
    color: var(--pine);
    font-weight: 600;
  }

  .line .failed i {
    border-color: var(--brick);
    border-radius: 4px;
  }

  .line .failed .verdict {
    color: var(--brick);
  }

  .line .skipped i {
    border-style: dashed;
  }

  .verdict,
  .reason,
  .score {
    color: var(--soft);
  }

  .reason {
    font-size: 13px;
  }

  .score {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .answer {
    margin-top: 32px;
    padding: 16px 20px;
    border-radius: 14px;
    background: var(--card);
    border: 1px solid var(--line);
    font-size: 18px;
  }

  .sentence + .sentence {
    margin-top: 24px;
  }

  .sentence > p:first-child {
    font-weight: 600;
  }

  .kind {
    color: var(--soft);
    font-size: 14px;
  }

  figure {
    margin: 10px 0 0;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--card);
    overflow: hidden;
  }

  figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 16px;
    padding: 4px 16px;
    min-height: 44px;
    border-bottom: 1px solid var(--line);
    font-size: 14px;
  }

  figcaption a {
    padding: 12px 0;
  }

  blockquote {
    margin: 0;
    padding: 16px;
    white-space: pre-line;
    color: var(--soft);
    max-height: 320px;
    overflow-y: auto;
  }

  mark {
    background: var(--mark);
    color: var(--ink);
    padding: 2px 3px;
    border-radius: 4px;
    box-decoration-break: clone;
  }

  .beat,
  .waits,
  .rejected {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 8px;
    font-size: 14px;
  }

  .beat li,
  .waits li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 120px 56px;
    gap: 12px;
    align-items: center;
  }

  .waits li {
    grid-template-columns: minmax(0, 1fr) 240px 64px;
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .beat bdi,
  .waits bdi {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  meter {
    width: 100%;
    height: 8px;
    appearance: none;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: var(--line);
  }

  meter::-webkit-meter-bar {
    border: 0;
    border-radius: 4px;
    background: var(--line);
    height: 8px;
  }

  meter::-webkit-meter-optimum-value {
    background: var(--pine-fill);
  }

  meter::-moz-meter-bar {
    background: var(--pine-fill);
  }

  .rejected li {
    display: grid;
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    gap: 12px 24px;
    margin: 0;
    font-size: 14px;
  }

  dt {
    color: var(--soft);
  }

  dd {
    margin: 0;
  }

  @media (max-width: 640px) {
    main {
      padding-top: 24px;
    }

    .line {
      grid-auto-flow: row;
    }

    .line li {
      padding-inline: 34px 0;
      padding-bottom: 18px;
    }

    .line li::before {
      top: 6px;
      bottom: -6px;
      inset-inline: 9px auto;
      width: 2px;
      height: auto;
    }

    .line li:last-child::before {
      display: none;
    }

    .line i {
      position: absolute;
      inset-inline-start: 0;
      top: 0;
    }

    .beat li,
    .waits li {
      grid-template-columns: minmax(0, 1fr) 56px;
      gap: 2px 12px;
    }

    .beat .name {
      grid-column: 1 / -1;
    }

    .beat meter,
    .waits meter {
      grid-column: 1;
      grid-row: 3;
    }

    .beat bdi,
    .waits bdi {
      grid-column: 2;
    }
  }
`
