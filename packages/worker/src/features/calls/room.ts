/** Rooms of ours begin so: others on the same media server are none of our business. */
export const roomPrefix = 'foyer-'

/** How a visitor is called in a room; everybody else there is no visitor. */
export const visitorIdentity = (visitorId: string) => `visitor-${visitorId}`
