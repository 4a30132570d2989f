import { platformCtx } from './compose.ts'
import { connectionRoutes } from './features/connections/index.ts'
import { conversationRoutes } from './features/conversations/index.ts'
import { identityDoor, personRoutes } from './features/identity/index.ts'
import { insightRoutes } from './features/insights/index.ts'
import { keyRoutes } from './features/keys/index.ts'
import { callbackRoutes } from './features/callbacks/index.ts'
import { callAgentRoutes, callRoutes } from './features/calls/index.ts'
import { knowledgeRoutes, questionRoutes } from './features/knowledge/index.ts'
import { lookRoutes } from './features/look/index.ts'
import { leadRoutes } from './features/leads/index.ts'
import { onboardingRoutes } from './features/onboarding/index.ts'
import { lifeRoutes } from './features/life/index.ts'
import { outboxRoutes } from './features/outbox/index.ts'
import { peopleRoutes, phoneRoutes } from './features/phone/index.ts'
import { playbookRoutes } from './features/playbook/index.ts'
import { teamRoutes } from './features/team/index.ts'
import { tenantRoutes } from './features/tenants/index.ts'
import { toolRoutes } from './features/tools/index.ts'
import { turnRoutes } from './features/turns/index.ts'
import { usageRoutes } from './features/usage/index.ts'
import { visitorRoutes } from './features/visitors/index.ts'
import { createApp } from './web/app.ts'

/** The table of contents: one line a feature. */
export const app = createApp(
  platformCtx,
  [
    tenantRoutes,
    keyRoutes,
    playbookRoutes,
    lookRoutes,
    knowledgeRoutes,
    questionRoutes,
    visitorRoutes,
    conversationRoutes,
    toolRoutes,
    turnRoutes,
    callRoutes,
    callAgentRoutes,
    phoneRoutes,
    peopleRoutes,
    leadRoutes,
    callbackRoutes,
    onboardingRoutes,
    outboxRoutes,
    usageRoutes,
    insightRoutes,
    personRoutes,
    teamRoutes,
    connectionRoutes,
    lifeRoutes,
  ],
  identityDoor,
)
