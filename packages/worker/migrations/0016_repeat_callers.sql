ALTER TABLE "calls" ADD COLUMN "recognised" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "repeat_callers" text DEFAULT 'ignore' NOT NULL;