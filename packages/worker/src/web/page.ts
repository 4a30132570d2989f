/** Cuts the one row too many that a list query asked for: the page, and the cursor of the next. */
export function toPage<Row extends { id: string }, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
): { items: Item[]; next: string } {
  const page = rows.slice(0, limit)
  return { items: page.map(present), next: rows.length > limit ? (page.at(-1)?.id ?? '') : '' }
}
