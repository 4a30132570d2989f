/** What an examination may find, in the owner’s words: what, why it matters, what now. `{name}` stands for a value. */
export const findings = {
  gateway_missing: {
    ...{ check: 'gateway', state: 'broken' },
    what: 'No phone gateway is set up, so no call can come in.',
    next: 'Whoever runs the server sets one up: LIVEKIT_URL and its key.',
  },
  gateway_silent: {
    ...{ check: 'gateway', state: 'broken' },
    what: 'The phone gateway does not answer, so no call can come in ({reason}).',
    next: 'Look again in a minute. If it stays so, whoever runs the server starts it, or sets LIVEKIT_URL to where it is.',
  },
  gateway_answers: { check: 'gateway', state: 'well', what: 'The phone gateway answers.', next: '' },
  clocks_differ: {
    ...{ check: 'clock', state: 'broken' },
    what: 'Our clock and the gateway’s differ by {seconds} s: now and then each refuses what the other signs.',
    next: 'Whoever runs the servers lets both set their clocks by NTP.',
  },
  clocks_agree: {
    ...{ check: 'clock', state: 'well' },
    what: 'Our clock and the gateway’s differ by {seconds} s.',
    next: '',
  },
  agents_missing: {
    ...{ check: 'agents', state: 'broken' },
    what: 'No agent is running: callers hear it ring, and nobody answers.',
    next: 'Whoever runs the server starts packages/agent.',
  },
  agents_full: {
    ...{ check: 'agents', state: 'broken' },
    what: 'Every agent has as many calls as it can take ({agents} running): the next caller hears it ring.',
    next: 'Whoever runs the server starts another agent, or raises AGENT_CAPACITY.',
  },
  agents_ready: {
    ...{ check: 'agents', state: 'well' },
    what: 'Agents that run: {agents}. Calls they can still take: {free}.',
    next: '',
  },
  trunk_idle: {
    ...{ check: 'trunk', state: 'look' },
    what: 'No number comes in by this carrier, so the gateway does not know it yet.',
    next: 'Add the number that this carrier sends here.',
  },
  trunk_silent: {
    ...{ check: 'trunk', state: 'broken' },
    what: 'The gateway could not be told of this carrier: some of its calls may not come in ({reason}).',
    next: 'Look again in a minute.',
  },
  trunk_refused: {
    ...{ check: 'trunk', state: 'broken' },
    what: 'The gateway refuses this carrier, so its calls do not come in ({reason}).',
    next: 'Most often another trunk at the gateway has one of its numbers: whoever runs it takes the number off there.',
  },
  trunk_mended: {
    ...{ check: 'trunk', state: 'mended' },
    what: 'The gateway did not have it as it should. That was set right just now.',
    next: '',
  },
  trunk_stands: { check: 'trunk', state: 'well', what: 'The gateway has it as it should.', next: '' },
  number_missing: {
    ...{ check: 'number', state: 'broken' },
    what: 'There is no number that anybody could call.',
    next: 'Buy one, or add one that your carrier sends here.',
  },
  number_arriving: {
    ...{ check: 'number', state: 'broken' },
    what: 'It is being bought: the carrier does not send its calls here yet.',
    next: 'This goes on by itself within two minutes. If it stays so, buy it once more: it is not charged twice.',
  },
  number_leaving: {
    ...{ check: 'number', state: 'broken' },
    what: 'It is being released: the carrier has not taken it back yet.',
    next: 'This goes on by itself within two minutes. If it stays so, release it once more.',
  },
  number_unanswered: {
    ...{ check: 'number', state: 'broken' },
    what: 'Of its last calls too few were answered for that to be chance.',
    next: 'Look at its calls, and call it yourself.',
  },
  number_off: {
    ...{ check: 'number', state: 'look' },
    what: 'The assistant answers none of its calls: they are left to your carrier.',
    next: 'Choose when the assistant answers, if that is not what you want.',
  },
  number_rings_nobody: {
    ...{ check: 'number', state: 'look' },
    what: 'Callers who ask for a person reach nobody: no carrier of yours lets calls out.',
    next: 'Write down where your carrier takes calls.',
  },
  number_alone: {
    ...{ check: 'number', state: 'look' },
    what: 'A call that cannot be taken here has nowhere to go: the caller hears “busy”.',
    next: 'Write down your own phone, which is rung then.',
  },
  number_answers: {
    ...{ check: 'number', state: 'well' },
    what: 'The assistant answers its calls, when you said it shall.',
    next: '',
  },
} as const satisfies Record<
  string,
  {
    check: 'gateway' | 'clock' | 'agents' | 'trunk' | 'number'
    /** `mended`: it differed and was set right. `look`: nothing is broken, but somebody should know. */
    state: 'well' | 'mended' | 'look' | 'broken'
    what: string
    next: string
  }
>

export type FindingCode = keyof typeof findings
export const findingCodes = Object.keys(findings) as [FindingCode, ...FindingCode[]]
