/** The fields of a change that say something: an optional one that was left out may stand there as undefined. */
export const onlyGiven = <Change extends object>(change: Change): Given<Change> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<Change>

type Given<Change> = { [Name in keyof Change]?: Exclude<Change[Name], undefined> }
