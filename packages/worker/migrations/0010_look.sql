ALTER TABLE "assistants" ADD COLUMN "look" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "assistants" ADD COLUMN "look_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The colour that was chosen while setting up, to where the look stands now. The owner's own row security is lifted for it.
alter table onboarding no force row level security;
--> statement-breakpoint
alter table assistants no force row level security;
--> statement-breakpoint
update assistants a set look = jsonb_build_object('accent', o.accent), look_revision = 1
  from onboarding o
 where o.tenant_id = a.tenant_id and o.accent <> '' and a.id = (select min(f.id) from assistants f where f.tenant_id = a.tenant_id);
--> statement-breakpoint
alter table assistants force row level security;
--> statement-breakpoint
alter table onboarding force row level security;
