// The embedded database has one session, which is a superuser's; a login is only worn over it. So a client must not
// be able to take the login off. A real server holds this by itself; here it is refused by the words of the query.

import { OWNER } from './logins.ts'
import { DatabaseRefusal } from './refusal.ts'

const SUSPECT = /session|role|set_config|discard|reset|pg_settings|ts_stat|ts_rewrite|query_to|cursor_to|u&|\bdo\b/i
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|[uU]&['"]|[eE]?'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"]|"")*"|\$\d+|[A-Za-z_]\w*|[(),;]/g

/**
 * Throws a DatabaseRefusal when the text would change who is asking. `parameters` are the values of $1, $2 … The owner,
 * whose migrations are ours, may run DO blocks; in anybody else's a query could hide that no reading of words finds.
 */
export function refuseImpersonation(user: string, sql: string, parameters: readonly unknown[] = []): void {
  if (!SUSPECT.test(sql)) return
  const tokens = tokensOf(sql)
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    const afterScope = next === 'local' || next === 'session' ? tokens[at + 2] : next
    if (token === 'session_authorization') refuse('SET SESSION AUTHORIZATION')
    if (token === 'session' && next === 'authorization') refuse('SET SESSION AUTHORIZATION')
    if (token === 'set' && afterScope === 'role' && opensStatement(tokens[at - 1])) refuse('SET ROLE')
    if (token === 'reset' && (next === 'role' || next === 'session' || next === 'all')) refuse('RESET')
    if (token === 'do' && user !== OWNER && opensStatement(tokens[at - 1])) refuse('A DO block')
    if (token === 'discard' && opensStatement(tokens[at - 1])) refuse('DISCARD')
    if (token === 'update' && next === 'pg_settings') refuse('UPDATE pg_settings')
    if (token.startsWith("'") && /set_config|session\s+authorization|session_authorization/.test(token)) {
      refuse('a query hidden in a string')
    }
    if (/^(ts_stat|ts_rewrite|query_to_\w+|cursor_to_\w+)$/.test(token)) refuse(`${token}()`)
    if (/^u&['"]$/.test(token)) refuse('U& strings')
    if (token === 'set_config' && next === '(') checkSetting(tokens[at + 2], tokens[at + 3], parameters)
  })
}

function checkSetting(name: string | undefined, after: string | undefined, parameters: readonly unknown[]): void {
  const value = name?.startsWith('$') ? parameters[Number(name.slice(1)) - 1] : name?.replace(/^'|'$/g, '')
  const plain = after === ',' && typeof value === 'string' && /^[\w.]+$/.test(value)
  if (!plain || /^(role|session_authorization)$/i.test(value))
    refuse(`set_config of ${plain ? value : 'a computed name'}`)
}

const opensStatement = (before: string | undefined): boolean =>
  before === undefined ||
  before === ';' ||
  before === 'begin' ||
  before === 'then' ||
  before === 'else' ||
  before === 'loop'

function tokensOf(sql: string): string[] {
  const tokens: string[] = []
  for (const [token, tag] of sql.matchAll(TOKEN)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue
    if (/^\$(?!\d)/.test(token)) {
      const fence = `$${tag ?? ''}$`
      tokens.push(';', ...tokensOf(token.slice(fence.length, -fence.length)), ';')
    } else if (token.startsWith('"')) tokens.push(token.slice(1, -1))
    else tokens.push(token.toLowerCase())
  }
  return tokens
}

function refuse(what: string): never {
  throw new DatabaseRefusal(
    '42501',
    `${what} is refused by the gateway: a login stays who it is. Connect as the login you mean.`,
  )
}
