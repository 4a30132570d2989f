export { respell, type Respelled } from './respell.ts'
