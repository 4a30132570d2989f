export { speakable } from './speakable.ts'
