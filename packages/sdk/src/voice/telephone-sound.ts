/** What a phone line leaves of a voice: 8 kHz, and the 255 levels of µ-law. Where a browser cannot, it is left as it is. */
export function overALine(microphone: MediaStreamTrack): { track: MediaStreamTrack; close(): void } {
  let context: AudioContext | undefined
  try {
    context = new AudioContext({ sampleRate: 8000 })
    const [source, shaper, out] = [
      context.createMediaStreamSource(new MediaStream([microphone])),
      new WaveShaperNode(context, { curve: muLaw() }),
      context.createMediaStreamDestination(),
    ]
    source.connect(shaper).connect(out)
    const [track] = out.stream.getAudioTracks()
    const close = () => void context?.close().catch(() => {})
    if (track !== undefined) return { track, close }
  } catch {
    // Firefox takes no microphone into a context of another rate.
  }
  void context?.close().catch(() => {})
  return { track: microphone, close: () => {} }
}

/** Sample to sample, -1 to 1, as µ-law (µ = 255, ITU-T G.711) gives it back. */
export function muLaw(points = 2 ** 15 + 1): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: points }, (_, index) => {
    const sample = (index / (points - 1)) * 2 - 1
    const step = Math.round((Math.log1p(255 * Math.abs(sample)) / Math.log(256)) * 127)
    return (Math.sign(sample) * (256 ** (step / 127) - 1)) / 255
  })
}
