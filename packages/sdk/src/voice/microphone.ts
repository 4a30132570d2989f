import type { EndReason } from './state.ts'

export type MicrophoneTrouble = Extract<
  EndReason,
  'microphone_refused' | 'no_microphone' | 'microphone_busy' | 'unsupported'
>

/** Why the microphone cannot be had. */
export class MicrophoneRefusal extends Error {
  readonly reason: MicrophoneTrouble

  constructor(reason: MicrophoneTrouble, cause?: unknown) {
    super(`The microphone cannot be used: ${reason}.`, { cause })
    this.name = 'MicrophoneRefusal'
    this.reason = reason
  }
}

export const listening = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** Asks the visitor for the microphone. @throws MicrophoneRefusal */
export async function openMicrophone(): Promise<MediaStreamTrack> {
  // A page without https has no `mediaDevices`.
  const media = (globalThis.navigator as Partial<Navigator> | undefined)?.mediaDevices
  if (media === undefined || !('RTCPeerConnection' in globalThis)) throw new MicrophoneRefusal('unsupported')
  try {
    const [track] = (await media.getUserMedia({ audio: listening })).getAudioTracks()
    if (track === undefined) throw new MicrophoneRefusal('no_microphone')
    return track
  } catch (error) {
    throw error instanceof MicrophoneRefusal ? error : new MicrophoneRefusal(refusalOf(error), error)
  }
}

function refusalOf(error: unknown): MicrophoneTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'microphone_refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no_microphone'
    case 'NotReadableError':
    case 'AbortError':
      return 'microphone_busy'
    default:
      return 'unsupported'
  }
}
