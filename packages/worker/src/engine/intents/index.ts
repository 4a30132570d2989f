export { type BuiltIn, type BuiltInMatch, detectBuiltIn } from './built-in.ts'
export { detectSmallTalk, type SmallTalk } from './small-talk.ts'
