import { css } from 'lit'

export const offersStyles = css`
  .offers,
  .suggestions {
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
    margin-top: 4px;
  }

  .suggestions {
    flex-direction: column;
    align-items: flex-start;
    margin-top: 8px;
  }

  .pill svg {
    width: 16px;
    height: 16px;
    flex: none;
  }
`
