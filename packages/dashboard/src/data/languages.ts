/** Those that the fixed sentences are written in. */
export const languages: readonly string[] = ['en', 'es', 'ar']
