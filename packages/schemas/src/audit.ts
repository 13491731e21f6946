import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Id, Instant } from './words.ts';

export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  actorMembershipId: z.nullable(Id),
  /** Null: the operator, by a command. */
  actorName: z.nullable(z.string()),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  why: z.nullable(z.string()),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const listAuditLog = endpoint({
  method: 'GET',
  path: '/api/audit-log',
  summary: 'Who did what, newest first',
  query: z.object({
    page: z._default(z.coerce.number().check(z.multipleOf(1), z.gte(1), z.lte(100_000)), 1),
  }),
  response: z.object({ entries: z.array(AuditEntry), total: z.int(), page: z.int(), pageSize: z.int() }),
});
