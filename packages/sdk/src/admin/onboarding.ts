import type {
  DeveloperMail,
  Onboarding,
  OnboardingChange,
  Playbook,
  PublishedPlaybookVersion,
  QuestionsToTry,
  SiteBuilder,
  SiteBuilders,
  SiteCheck,
  SiteCheckRequest,
  Trade,
  TradeChoice,
  Trades,
} from '../generated/types.gen.ts'
import { type Asking, type Caller, type Changing, json } from './caller.ts'

/** A playbook is trained when it is published: seconds, and more on a busy machine. */
const trainingMs = 90_000

/** Setting a business up, step by step; every step can be skipped and taken up again. */
export function onboardingOf(caller: Caller) {
  return {
    get: (options: Asking = {}) => caller.get<Onboarding>('/v1/onboarding', {}, options),
    /** Refused with `revision_conflict` when somebody changed it since `revision`. */
    change: (change: OnboardingChange, revision: number, options: Asking = {}) =>
      caller.patch<Onboarding>('/v1/onboarding', change, { ...options, ifMatch: revision }),
    trades: async (options: Asking = {}): Promise<Trade[]> =>
      (await caller.get<Trades>('/v1/trades', {}, options)).items,
    trade: (tradeId: string, options: Asking = {}) =>
      caller.get<Playbook>(`/v1/trades/${encodeURIComponent(tradeId)}`, {}, options),
    /** Drafts and publishes the trade's playbook with what is known of the business. */
    chooseTrade: (choice: TradeChoice, options: Changing = {}) =>
      caller.upload<PublishedPlaybookVersion>('/v1/onboarding/trade', {}, json(choice), {
        ...options,
        timeoutMs: trainingMs,
      }),
    /** Questions that what was read can answer. */
    questions: async (lang: string, options: Asking = {}): Promise<string[]> =>
      (await caller.get<QuestionsToTry>('/v1/onboarding/questions', { lang }, options)).items,
    /** Looks at a page: what built it, its colours, and whether the snippet stands in it. */
    checkSite: (request: SiteCheckRequest, options: Changing = {}) =>
      caller.post<SiteCheck>('/v1/onboarding/site-check', request, options),
    siteBuilders: async (options: Asking = {}): Promise<SiteBuilder[]> =>
      (await caller.get<SiteBuilders>('/v1/site-builders', {}, options)).items,
    mailDeveloper: (mail: DeveloperMail, options: Changing = {}) =>
      caller.post<void>('/v1/onboarding/developer-mail', mail, options),
  }
}
