export { detectLanguage, type Detected, type LanguageHints } from './detect.ts'
