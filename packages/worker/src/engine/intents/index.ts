export { detectBuiltIn } from './built-in.ts'
export { detectSmallTalk } from './small-talk.ts'
export { detectConsent } from './consent.ts'
