#!/usr/bin/env node
import { runProgram, type Program } from './command.ts'
import { quietWhenUnread, world } from './world.ts'

const program: Program = {
  name: 'foyer',
  purpose: 'The front desk of a small business, from the terminal.',
  keyVariable: 'FOYER_KEY',
  keyWords: 'a secret key of the tenant (sk_…)',
  verbs: {
    ask: async () => (await import('./ask.ts')).verb,
    trace: async () => (await import('./trace.ts')).verb,
    knowledge: async () => (await import('./knowledge.ts')).verb,
    keys: async () => (await import('./keys.ts')).verb,
    playbook: async () => (await import('./playbook.ts')).verb,
    doctor: async () => (await import('./doctor.ts')).verb,
    phone: async () => (await import('./phone.ts')).verb,
    people: async () => (await import('./people.ts')).verb,
    import: async () => (await import('./import.ts')).verb,
    outbox: async () => (await import('./outbox.ts')).verb,
    usage: async () => (await import('./usage.ts')).verb,
  },
}

quietWhenUnread()
process.exitCode = await runProgram(program, process.argv.slice(2), world)
