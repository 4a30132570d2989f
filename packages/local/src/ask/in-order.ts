import { inParallel } from '../demo/in-parallel.ts'

/** Does `work` on a few items at once and hands each result on as soon as all before it are out. */
export async function inOrder<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
  hand: (result: Result) => void,
): Promise<void> {
  const ready = new Map<number, Result>()
  let next = 0
  await inParallel(items, width, async (item, index) => {
    ready.set(index, await work(item))
    for (let result = ready.get(next); result !== undefined; result = ready.get(next)) {
      ready.delete(next++)
      hand(result)
    }
  })
}
