import { inWords } from './loaded.ts'
import { notice, undoMs } from './notices.ts'

/** Seen as done at once and told so; done when the time to undo it is over, or when the page is left before. */
export function delayed(text: string, work: () => Promise<unknown>, takeBack: () => void): void {
  const settle = (): void => {
    clearTimeout(timer)
    removeEventListener('pagehide', finish)
  }
  const finish = (): void => {
    settle()
    void work().catch((error: unknown) => {
      takeBack()
      notice(inWords(error), { kind: 'wrong' })
    })
  }
  const timer = setTimeout(finish, undoMs)
  addEventListener('pagehide', finish)
  notice(text, {
    undo: () => {
      settle()
      takeBack()
    },
  })
}
