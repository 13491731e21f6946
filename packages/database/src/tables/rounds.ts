import { sql } from 'drizzle-orm';
import { boolean, check, date, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { roundStages, type Policy, type Rehearsal } from '@puente/schemas';
import { createdAt, id, instant, institutionId } from './tenant.ts';

/** A selection round under selection/v1, from postulación to acta. */
export const rounds = pgTable(
  'rounds',
  {
    institutionId: institutionId(),
    id: id(),
    name: text('name').notNull(),
    stage: text('stage', { enum: roundStages }).notNull().default('policy'),
    /** Of a demonstration institution: nobody travels on it. */
    demonstration: boolean('demonstration').notNull(),
    applicationsOpenAt: instant('applications_open_at').notNull(),
    applicationsCloseAt: instant('applications_close_at').notNull(),
    travelFrom: date('travel_from', { mode: 'string' }).notNull(),
    travelTo: date('travel_to', { mode: 'string' }).notNull(),
    policy: jsonb('policy').$type<Policy>(),
    rehearsal: jsonb('rehearsal').$type<Rehearsal>(),
    policyProposedBy: uuid('policy_proposed_by'),
    policyPublishedAt: instant('policy_published_at'),
    /** The public draw, as read out. */
    drawNumbers: text('draw_numbers'),
    drawEnteredAt: instant('draw_entered_at'),
    outcomeProposedBy: uuid('outcome_proposed_by'),
    /** SHA-256 of what that person proposed: the second signs the same. */
    outcomeSha256: text('outcome_sha256'),
    approvedAt: instant('approved_at'),
    /** When every candidate can read their result. */
    resultsAt: instant('results_at'),
    claimsUntil: instant('claims_until'),
    closedAt: instant('closed_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('rounds by time').on(t.institutionId, t.createdAt),
    check('applications open before they close', sql`${t.applicationsOpenAt} < ${t.applicationsCloseAt}`),
    check('a group leaves before it returns', sql`${t.travelFrom} <= ${t.travelTo}`),
    check('past its policy a round has one', sql`${t.stage} = 'policy' or ${t.policy} is not null`),
    check('results have an hour and a deadline', sql`(${t.resultsAt} is null) = (${t.claimsUntil} is null)`),
    check('a draw is entered with its time', sql`(${t.drawNumbers} is null) = (${t.drawEnteredAt} is null)`),
  ],
);
