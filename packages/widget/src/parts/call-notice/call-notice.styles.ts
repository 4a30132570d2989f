import { css } from 'lit'

export const callNoticeStyles = css`
  .call-notice {
    padding: 12px 16px 4px;
    border-top: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 14px;
  }

  .call-notice p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
    margin-top: 4px;
  }
`
