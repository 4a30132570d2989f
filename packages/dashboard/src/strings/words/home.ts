/** Home: the numbers of the last day and month. */
export interface HomeWords {
  title: string
}
