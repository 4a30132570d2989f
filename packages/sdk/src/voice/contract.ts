/** What docs/design/voice.md says of a call, until the generated types say it. */
export type CallEndReason =
  | 'visitor_hung_up'
  | 'assistant_ended'
  | 'silence'
  | 'visitor_lost'
  | 'never_joined'
  | 'agent_lost'
  | 'media_lost'
  | 'time_limit'
  | 'conversation_ended'
  | 'failed'

export interface CallRecord {
  id: string
  state: 'opened' | 'claimed' | 'greeted' | 'in_conversation' | 'reconnecting' | 'ended'
  reason: CallEndReason | null
  greetedAt: string | null
  endedAt: string | null
}

export interface CallJoin {
  url: string
  token: string
  expiresInMs: number
  now: string
}

export interface OpenedCall {
  call: CallRecord
  join: CallJoin
}

export interface NewCall {
  lang?: string
  recording: 'agreed' | 'refused' | 'not_asked'
  noticeVersion: string
}

/** What the widget's configuration gains. */
export interface VoiceOffer {
  languages: string[]
  recording: boolean
  notice: { version: string; text: Record<string, string> }
}
