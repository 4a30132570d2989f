import { css } from 'lit'

export const callNoticeStyles = css`
  .call-notice {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    padding: 4px 4px 4px 16px;
    padding-inline: 16px 4px;
    border-top: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 14px;
  }

  .call-notice p {
    margin: 0;
    padding: 9px 0 5px;
    overflow-wrap: anywhere;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
    grid-area: 2 / 1 / auto / -1;
  }

  .call-notice .away {
    grid-area: 1 / 2;
    display: grid;
    place-items: center;
    border-radius: 12px;
    color: var(--_soft);
  }
`
