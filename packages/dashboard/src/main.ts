import { wear } from './shell/look.ts'
import { speak } from './strings/index.ts'

wear()
await speak()
await import('./shell/dashboard.ts')
