// Runs before the page does: its microphone says what the test wants, and what it plays is written down.
import { awake, head, listenTo, mouth } from '../../local/src/voice/test/head.ts'

/** What stood on the page when the microphone was asked for, and what stands there now. */
const story = { toldBefore: '', text: () => textOf(document.body) }
const { mediaDevices } = navigator
const ask = mediaDevices.getUserMedia.bind(mediaDevices)
mediaDevices.getUserMedia = async (wanted) => {
  story.toldBefore = textOf(document.body)
  for (const track of (await ask(wanted)).getTracks()) track.stop()
  await awake()
  return mouth.stream.clone()
}

const Peer = RTCPeerConnection
window.RTCPeerConnection = class extends Peer {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    this.addEventListener('track', ({ track }) => listenTo(track))
  }
}

function textOf(node: Node): string {
  const inside =
    node instanceof Element && node.shadowRoot !== null ? [node.shadowRoot, ...node.childNodes] : node.childNodes
  return [...inside].map((child) => (child instanceof Text ? child.data : textOf(child))).join(' ')
}

declare global {
  interface Window {
    story: typeof story
  }
}

Object.assign(window, { caller: head, story })
