import type { HomeWords } from '../words/home.ts'

export const home: HomeWords = { title: 'Home' }
