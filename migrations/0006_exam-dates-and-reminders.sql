CREATE TABLE "exam_dates" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"course_id" text NOT NULL,
	"exam_on" date NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a learner has one exam ahead in a course" PRIMARY KEY("institution_id","learner_key","course_id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"hour" smallint,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a learner has one reminder" PRIMARY KEY("institution_id","learner_key"),
	CONSTRAINT "a reminder comes at an hour of the day" CHECK ("reminders"."hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "exam_dates" ADD CONSTRAINT "exam_dates_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_dates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "exam_dates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "exam_dates"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE "reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reminders" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "reminders"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));
