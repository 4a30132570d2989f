export { playbookRoutes } from './routes.ts'
export { openTrained } from './compile.ts'
export { Playbook, type PlaybookDocument } from './schema.ts'
export { playbookVersions } from './table.ts'
