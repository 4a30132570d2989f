import { inWords } from './loaded.ts'
import { notice } from './notices.ts'

/** Does it, says what went wrong, and takes back what was shown too early. */
export function attempt<T>(what: Promise<T>, then: (value: T) => void, takeBack: () => void = () => undefined): void {
  void what.then(then).catch((error: unknown) => {
    takeBack()
    notice(inWords(error), { kind: 'wrong' })
  })
}
