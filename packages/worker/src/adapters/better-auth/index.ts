import { withAuthDatabase } from '../../db/auth.ts'
import type { AccountsPort, IdentityLetter } from '../../ports/accounts.ts'
import type { Config } from '../../shared/config.ts'

/** Loaded with the first request about an account: the library is large, and no visitor's turn needs it. */
export function betterAuthAccounts(config: Config): AccountsPort {
  return {
    async answer(request) {
      const { accountsOver } = await import('./accounts.ts')
      const letters: IdentityLetter[] = []
      const response = await withAuthDatabase(config, (database) =>
        accountsOver(database, config, letters).handler(request),
      )
      return { response, letters: response.status < 400 ? letters : [] }
    },
  }
}
