import type { Ctx } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import type { LlmEvent, LlmPort } from '../../../ports/llm.ts'
import { ProviderError } from '../../../ports/provider-error.ts'
import { newId } from '../../../shared/ids.ts'
import { utcDay } from '../../../shared/time.ts'
import { selectTenant } from '../../tenants/index.ts'
import { insertUsage, selectMonthSpend } from '../../usage/index.ts'

/** How many calls a shadow run may make: none once the month's spend has reached its cap. */
export async function openShadow(ctx: Ctx, wanted: number): Promise<Shadow> {
  if (wanted === 0) return new Shadow(ctx, 0)
  const [[tenant], [month]] = await withTenant(ctx).batch(selectTenant(), selectMonthSpend(ctx.now()))
  return new Shadow(ctx, (month?.costMicros ?? 0) < (tenant?.spendCapMicros ?? 0) ? wanted : 0)
}

/** The only thing a shadow run may cost: the model, when it is allowed to ask; that is counted like any other asking. */
export class Shadow {
  readonly #ctx: Ctx
  #left: number
  #tokensIn = 0
  #tokensOut = 0
  calls = 0

  constructor(ctx: Ctx, most: number) {
    this.#ctx = ctx
    this.#left = most
  }

  get live(): LlmPort | null {
    const { llm } = this.#ctx.ports
    if (llm === undefined || this.#left === 0) return null
    return { complete: (messages, more) => this.#ask(llm.complete(messages, more)) }
  }

  async *#ask(events: AsyncIterable<LlmEvent>): AsyncGenerator<LlmEvent> {
    if (this.#left === 0)
      throw new ProviderError('replay', 'No more calls of the model were allowed.', { retryable: false })
    this.#left -= 1
    this.calls += 1
    for await (const event of events) {
      if (event.kind === 'end') {
        this.#tokensIn += event.usage.tokensIn
        this.#tokensOut += event.usage.tokensOut
      }
      yield event
    }
  }

  async count(): Promise<void> {
    if (this.calls === 0) return
    const { OPENAI_PRICE_IN: priceIn, OPENAI_PRICE_OUT: priceOut } = this.#ctx.config
    const [tokensIn, tokensOut] = [this.#tokensIn, this.#tokensOut]
    const costMicros = Math.ceil(tokensIn * priceIn + tokensOut * priceOut)
    const id = newId('usage')
    const day = utcDay(this.#ctx.now())
    await withTenant(this.#ctx).batch(
      insertUsage({ id, day, kind: 'model', tier: 'llm', turnId: id, tokensIn, tokensOut, costMicros }),
    )
  }
}
