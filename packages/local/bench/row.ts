/** One line of the table: a number, what it should be, and what stands below it or beside it in the same run. */
export type Row = {
  what: string
  value: string
  /** As the goal is written; '' when there is none. */
  goal: string
  /** Whether the goal is met; nobody is failed for it. */
  met: 'yes' | 'no' | 'no goal'
  /** The floor or the peer, measured in the same run. */
  beside: string
  /** The numbers behind `value`, for the JSON file. */
  numbers: Record<string, number>
}

export type Say = (line: string) => void
export type Settings = { /** A fifth of everything, to see that it runs. */ short: boolean; say: Say }
export type Measurement = { name: string; about: string; run(settings: Settings): Promise<Row[]> }

export const against = (value: number, most: number): Row['met'] => (value <= most ? 'yes' : 'no')
