import type { CarrierNumbersPort } from './carrier.ts'
import type { ConnectPort } from './connect.ts'
import type { EmailPort } from './email.ts'
import type { EmbeddingsPort } from './embeddings.ts'
import type { FilesPort } from './files.ts'
import type { LlmPort } from './llm.ts'
import type { Media } from './media.ts'
import type { QueuePort } from './queue.ts'
import type { TelephonyPort } from './telephony.ts'
import type { ToolsPort } from './tools.ts'
import type { WebPort } from './web.ts'

/** The world, in our words. compose.ts makes them; test mode gets the twins that write to the outbox. */
export interface Ports {
  /** Test mode's seller of numbers; in live mode the tenant connects its own. */
  carrier?: CarrierNumbersPort
  connect: ConnectPort
  email: EmailPort
  files: FilesPort
  /** Absent where no model is configured: answers are then extractive. */
  llm?: LlmPort
  /** Absent where no media server is configured: there is no voice then. */
  media?: Media
  /** Absent where no embeddings model is named: words alone find passages. */
  embeddings?: EmbeddingsPort
  queue: QueuePort
  /** Absent where no gateway is configured: there are no phone calls then. */
  telephony?: TelephonyPort
  /** The tenant's own tools. */
  tools: ToolsPort
  web: WebPort
}
