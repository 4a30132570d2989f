import type { Block } from './blocks.ts'

const machine = String.raw`\b(a\.?i\.?|llms?|chat-?gpt|gpt|language models?|chat-?bots?|virtual assistants?|ai assistants?|ai agents?)\b`
const orders = [
  /(?<!\b(?:not|never|n't|n’t)\s)\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|prior|above|earlier|your|all|any|these|the)\b.{0,25}\b(?:instructions?|rules|prompts?|guidelines|guardrails)\b/iu,
  new RegExp(
    String.raw`\b(notes?|messages?|instructions?|attention|notice)\b.{0,12}\b(to|for|:)?\s*(all |any )?${machine}`,
    'iu',
  ),
  /\byour new (?:instructions?|rules|role|task|orders|system prompt)\b/iu,
  /\b(?:system prompt|developer message|jailbreak)\b/iu,
  /<\|im_start\|>|\[\/?INST\]|<<SYS>>|^\s*(?:system|assistant)\s*:\s/u,
  new RegExp(
    String.raw`\b(you are|act as|pretend to be)\b.{0,30}${machine}.{0,60}\b(must|always|never|should|will)\b`,
    'iu',
  ),
  /\b(?:ignora|ignore|olvida|olvide|desobedece)\b.{0,30}\b(?:instrucciones|reglas|indicaciones|órdenes)\b/iu,
  /(?:تجاهل|تجاهلي|انس|أهمل).{0,30}(?:التعليمات|تعليماتك|القواعد|قواعدك|الأوامر)/u,
]

/** True for words that speak to the machine that reads the page, not to the business's visitors. */
export function addressesMachine(text: string): boolean {
  return orders.some((order) => order.test(text))
}

/** Leaves such lines out: they are nothing the business tells its customers. */
export function leaveOutOrders(blocks: readonly Block[]): { blocks: Block[]; orders: number } {
  const kept = blocks.filter((block) => !addressesMachine(block.text))
  return { blocks: kept, orders: blocks.length - kept.length }
}
