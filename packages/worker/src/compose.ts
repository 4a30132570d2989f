import { outboxCarrier } from './adapters/outbox/carrier.ts'
import { outboxEmail } from './adapters/outbox/email.ts'
import { outboxTelephony } from './adapters/outbox/telephony.ts'
import { outboxTools } from './adapters/outbox/tools.ts'
import { openAiEmbeddings } from './adapters/openai/embeddings.ts'
import { checkModel } from './adapters/openai/check.ts'
import { openAiLlm, platformLlm } from './adapters/openai/llm.ts'
import { r2Files } from './adapters/files/r2.ts'
import { liveKitMedia } from './adapters/livekit/media.ts'
import { liveKitTelephony } from './adapters/livekit/telephony.ts'
import { identityMail, noMail, platformMail } from './adapters/platform-mail.ts'
import { checkEmail } from './adapters/resend/check.ts'
import { resendEmail } from './adapters/resend/email.ts'
import { httpTools } from './adapters/tools/http.ts'
import { twilioCalls } from './adapters/twilio/calls.ts'
import { checkTwilio } from './adapters/twilio/check.ts'
import { twilioNumbers } from './adapters/twilio/numbers.ts'
import { webDoor } from './adapters/web/index.ts'
import { betterAuthAccounts } from './adapters/better-auth/index.ts'
import type { Caller } from './core/objects.ts'
import type { Ctx, Door, Mode, PlatformCtx } from './core/ctx.ts'
import type { Principal } from './core/principal.ts'
import { agentsOf, objectsOf } from './objects/of.ts'
import type { ConnectPort } from './ports/connect.ts'
import type { Ports } from './ports/index.ts'
import type { Media } from './ports/media.ts'
import { type Config, readConfig } from './shared/config.ts'
import type { Bindings } from './web/bindings.ts'

/** Test mode gets the twins that write to the outbox; reading sites and calling a model are allowed in both. */
function portsOf(bindings: Bindings, config: Config, scope: { tenantId: string; mode: Mode }): Ports {
  const llm = platformLlm(config)
  const media = mediaOf(config)
  const telephony = scope.mode === 'test' ? outboxTelephony({ ...scope, config }, media) : liveKitTelephony(config)
  const embeddings = openAiEmbeddings(config)
  const web = webDoor(config, scope.mode)
  return {
    email: scope.mode === 'test' ? outboxEmail({ ...scope, config }) : (platformMail(config) ?? noMail),
    ...(scope.mode === 'test' ? { carrier: outboxCarrier({ ...scope, config }) } : {}),
    connect: connectOf(config),
    files: r2Files(bindings.FILES),
    ...(llm === null ? {} : { llm }),
    ...(media === null ? {} : { media }),
    ...(embeddings === null ? {} : { embeddings }),
    queue: {
      send: (job, more) =>
        (job.kind === 'read-source' ? bindings.INGEST : bindings.JOBS).send(job, more) as unknown as Promise<void>,
    },
    ...(telephony === null ? {} : { telephony }),
    tools: scope.mode === 'test' ? outboxTools({ ...scope, config }) : httpTools(web),
    web,
  }
}

/** What a tenant brings its own key for. */
function connectOf(config: Config): ConnectPort {
  const { OPENAI_TIMEOUT_MS: timeoutMs, RESEND_BASE_URL: baseUrl, TWILIO_BASE_URL: twilioUrl } = config
  return {
    llm: (own) => openAiLlm({ ...own, timeoutMs }),
    email: (own) => resendEmail({ ...own, baseUrl }),
    carrier: (own) => ({ numbers: twilioNumbers(own, twilioUrl), calls: twilioCalls(own) }),
    checkModel,
    checkCarrier: (own, signal) => checkTwilio(own, twilioUrl, signal),
    checkEmail: ({ key }, signal) => checkEmail(baseUrl, key, signal),
  }
}

/** Its clients hold no connection and belong to no tenant: made once an isolate. */
function mediaOf(config: Config): Media | null {
  const known = media.get(config)
  if (known !== undefined) return known
  const made = liveKitMedia(config)
  media.set(config, made)
  return made
}

const media = new WeakMap<Config, Media | null>()

export function platformCtx(bindings: Bindings, principal: Principal, requestId: string): PlatformCtx {
  const config = readConfig(bindings)
  const now = () => new Date()
  const known = mediaOf(config)
  const telephony = liveKitTelephony(config)
  return {
    principal,
    requestId,
    config,
    now,
    accounts: betterAuthAccounts(config),
    identityMail: identityMail(config),
    ports: { ...(known === null ? {} : { media: known }), ...(telephony === null ? {} : { telephony }) },
    agents: agentsOf(bindings),
    enter: (tenantId, mode, door) => tenantCtx(bindings, { tenantId, mode, principal, requestId }, door),
  }
}

export function tenantCtx(bindings: Bindings, caller: Caller, door: Door = { assistantId: null, origins: [] }): Ctx {
  const config = readConfig(bindings)
  const ports = portsOf(bindings, config, caller)
  return {
    ...caller,
    door,
    config,
    ports,
    identityMail: identityMail(config),
    objects: objectsOf(bindings, caller),
    agents: agentsOf(bindings),
    now: () => new Date(),
  }
}

/** A job's ctx: nobody asked, the system does. */
export function systemCtx(bindings: Bindings, tenantId: string, mode: Mode, job: string): Ctx {
  return tenantCtx(bindings, {
    tenantId,
    mode,
    principal: { kind: 'system', job },
    requestId: `job_${crypto.randomUUID()}`,
  })
}
