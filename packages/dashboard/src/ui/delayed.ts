import { inWords } from './loaded.ts'
import { notice, undoMs } from './notices.ts'

/** Seen as done at once and told so; done when the time to undo it is over. */
export function delayed(text: string, work: () => Promise<unknown>, takeBack: () => void): void {
  const timer = setTimeout(() => {
    void work().catch((error: unknown) => {
      takeBack()
      notice(inWords(error), { kind: 'wrong' })
    })
  }, undoMs)
  notice(text, {
    undo: () => {
      clearTimeout(timer)
      takeBack()
    },
  })
}
