import { css } from 'lit'

export const outboxStyles = css`
  form {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    margin-top: 28px;
  }

  label {
    font-weight: 500;
  }

  .fault {
    color: var(--brick);
  }

  .again {
    margin: 20px 0;
  }

  .quiet {
    background: none;
    border: 1px solid var(--line);
    color: var(--pine);
  }

  article {
    margin-top: 16px;
    padding: 18px 20px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--card);
  }

  article h2 {
    margin: 0 0 8px;
  }

  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 14px;
    margin: 0;
    font-size: 14px;
  }

  dt {
    color: var(--soft);
  }

  dd {
    margin: 0;
  }

  .text {
    margin-top: 14px;
    padding-top: 14px;
    border-top: 1px solid var(--line);
    white-space: pre-line;
  }
`
