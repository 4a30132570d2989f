import type { Media, Participant } from '../../../ports/media.ts'
import { personPrefix } from '../../../ports/media.ts'

/** What the agent says to who was rung, and the caller must not hear; its other track is for everybody. */
const asideTrack = 'aside'

export const identityOf = (legId: string) => `${personPrefix}${legId}`

/**
 * Until they are put together, caller and person do not hear each other: the person hears what is said aside, the caller
 * the rest. A room moves nobody, so it is done by who is subscribed to what.
 */
export async function keepApart(media: Media, room: string, legId: string): Promise<boolean> {
  const { person, agent, caller } = whoIs((await media.rooms.people(room)) ?? [], legId)
  const aside = tracksOf(agent, (name) => name === asideTrack)
  const main = tracksOf(agent, (name) => name !== asideTrack)
  if (caller !== undefined) await media.rooms.hears(room, caller.identity, [...tracksOf(person), ...aside], false)
  if (person === undefined) return false
  await media.rooms.hears(room, person.identity, [...tracksOf(caller), ...main], false)
  await media.rooms.hears(room, person.identity, aside, true)
  return person.tracks.length > 0
}

/** From now on they hear each other, and what the assistant says to both. */
export async function putTogether(media: Media, room: string, legId: string): Promise<void> {
  const { person, agent, caller } = whoIs((await media.rooms.people(room)) ?? [], legId)
  if (person === undefined || caller === undefined) return
  const main = tracksOf(agent, (name) => name !== asideTrack)
  await Promise.all([
    media.rooms.hears(room, person.identity, [...tracksOf(caller), ...main], true),
    media.rooms.hears(room, caller.identity, tracksOf(person), true),
  ])
}

const whoIs = (people: readonly Participant[], legId: string) => ({
  person: people.find(({ identity }) => identity === identityOf(legId)),
  agent: people.find(({ kind }) => kind === 'agent'),
  caller: people.find(({ kind }) => kind === 'caller' || kind === 'visitor'),
})

const tracksOf = (who: Participant | undefined, is: (name: string) => boolean = () => true) =>
  (who?.tracks ?? []).filter(({ name }) => is(name)).map(({ id }) => id)
