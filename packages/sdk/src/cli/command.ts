import { parseArgs, type ParseArgsConfig } from 'node:util'
import { type Admin, createAdmin, FoyerError, ReadError } from '../admin.ts'

/** What a verb sees of the world. */
export interface Terminal {
  /** A line of what was asked for. */
  print(text: string): void
  /** A line about how it is going; on stderr, so that output can be piped. */
  note(text: string): void
  /** The service, with the key of the environment. */
  foyer(): Admin
  stdin(): Promise<string>
}

export interface Verb {
  summary: string
  help: string
  run(args: string[], terminal: Terminal): Promise<void>
}

/** Asked wrongly: exit code 2. */
export class Misuse extends Error {}

/** Done as asked, and what came of it is a failure: exit code 1. */
export class Failed extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

/** Strict: an unknown option, or a value that is missing, is a `Misuse` in plain words. */
// The values of the reply are typed by the options that are given.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function parse<Given extends Options>(args: string[], options: Given) {
  try {
    return parseArgs({
      args,
      options: { ...options, json: { type: 'boolean', default: false } as const },
      allowPositionals: true,
      allowNegative: true,
    })
  } catch (error) {
    throw new Misuse(`${(error as Error).message.split('. ')[0]}.`)
  }
}

/** Runs a verb whose first argument is one of these. @param otherwise said where it is none of them */
export const doing =
  (actions: Readonly<Record<string, Verb['run']>>, otherwise: string): Verb['run'] =>
  ([name = '', ...rest], terminal) => {
    const act = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (act === undefined) throw new Misuse(otherwise)
    return act(rest, terminal)
  }

/** The one positional argument of a verb. */
export function only(positionals: readonly string[], what: string): string {
  const [first, ...rest] = positionals
  if (first === undefined) throw new Misuse(`Name ${what}.`)
  if (rest.length > 0) throw new Misuse(`Name one thing only: ${what}. Put it in quotes when it has spaces.`)
  return first
}

export interface Program {
  name: string
  purpose: string
  /** The variable of the environment that holds its credential, and whose it is. */
  keyVariable: string
  keyWords: string
  verbs: Record<string, () => Promise<Verb>>
}

export interface World {
  env: Record<string, string | undefined>
  out: (text: string) => void
  err: (text: string) => void
  stdin: () => Promise<string>
  fetch?: typeof globalThis.fetch
}

/** Runs one command line. @returns the exit code: 0 done, 1 refused or failed, 2 asked wrongly. */
export async function runProgram(program: Program, argv: readonly string[], world: World): Promise<number> {
  const [name, ...args] = argv
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      world.out(await overview(program))
      return name === undefined ? 2 : 0
    }
    const load = Object.hasOwn(program.verbs, name) ? program.verbs[name] : undefined
    if (load === undefined) throw new Misuse(`There is no "${program.name} ${name}". See ${program.name} --help.`)
    const verb = await load()
    if (args.some((arg) => arg === '--help' || arg === '-h')) {
      world.out(verb.help)
      return 0
    }
    refuseSecrets(args, program)
    await verb.run(args, {
      print: world.out,
      note: world.err,
      foyer: () => connect(program, world),
      stdin: world.stdin,
    })
    return 0
  } catch (error) {
    world.err(inWords(error))
    if (error instanceof Misuse)
      world.err(
        `See ${program.name} ${name !== undefined && Object.hasOwn(program.verbs, name) ? `${name} ` : ''}--help.`,
      )
    return error instanceof Misuse ? 2 : 1
  }
}

async function overview({ name, purpose, verbs, keyVariable, keyWords }: Program): Promise<string> {
  const width = Math.max(...Object.keys(verbs).map((each) => each.length))
  const lines = await Promise.all(
    Object.entries(verbs).map(async ([each, load]) => `  ${name} ${each.padEnd(width)}  ${(await load()).summary}`),
  )
  return [
    purpose,
    '',
    ...lines,
    '',
    `${name} VERB --help says more. --json prints JSON.`,
    `Environment: FOYER_URL, the address of the service; ${keyVariable}, ${keyWords}.`,
    'Exit codes: 0 done, 1 refused or failed, 2 asked wrongly.',
  ].join('\n')
}

function connect({ keyVariable, keyWords }: Program, { env, fetch }: World): Admin {
  const baseUrl = env['FOYER_URL'] ?? ''
  if (!URL.canParse(baseUrl))
    throw new Misuse(
      'FOYER_URL is not set to an address. It is where your Foyer answers, such as https://foyer.example.',
    )
  const key = env[keyVariable] ?? ''
  if (key === '') throw new Misuse(`${keyVariable} is not set. It holds ${keyWords}.`)
  if (key.startsWith('pk_'))
    throw new Misuse(`${keyVariable} holds a publishable key, which may only do what a visitor may. Use ${keyWords}.`)
  return createAdmin({ baseUrl, key, ...(fetch === undefined ? {} : { fetch }) })
}

/** A command line is seen by every process of the machine and kept in the shell's history. */
function refuseSecrets(args: readonly string[], { keyVariable }: Program): void {
  if (!args.some((arg) => /\bsk_(test|live)_[\w-]{8}/.test(arg))) return
  throw new Misuse(
    `A secret key stands on the command line, where others can read it. Put it into ${keyVariable} instead, and rotate it.`,
  )
}

function inWords(error: unknown): string {
  if (error instanceof FoyerError) {
    const fields = error.details.filter(({ path }) => path !== '').map(({ path, message }) => `\n  ${path}: ${message}`)
    return `${error.message}${fields.join('')}${error.requestId === '' ? '' : `\n(${error.code}, request ${error.requestId})`}`
  }
  if (error instanceof Misuse || error instanceof ReadError) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ENOENT' ? `There is no such file: ${message.replace(/^.*'(.*)'.*$/, '$1')}` : message
}
