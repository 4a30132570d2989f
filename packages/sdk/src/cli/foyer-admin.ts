#!/usr/bin/env node
import { runProgram, type Program } from './command.ts'
import { quietWhenUnread, world } from './world.ts'

const program: Program = {
  name: 'foyer-admin',
  purpose: 'For the operator of a Foyer platform.',
  keyVariable: 'FOYER_OPERATOR_KEY',
  keyWords: 'the operator’s key',
  verbs: {
    tenants: async () => (await import('./tenants.ts')).verb,
    gateway: async () => (await import('./gateway.ts')).verb,
  },
}

quietWhenUnread()
process.exitCode = await runProgram(program, process.argv.slice(2), world)
