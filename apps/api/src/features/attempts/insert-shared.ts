import type { Database } from '@puente/database';
import { gather } from './gather.ts';
import { insertResponses, type Admitted } from './insert-responses.ts';

type Post = readonly Admitted[];
type Insert = (post: Post) => Promise<Set<string>>;

const inserters = new WeakMap<Database, Map<string, Insert>>();

/** Inserts one learner's responses in a statement shared with whoever posts at the same time; says which were new. */
export const insertShared = (database: Database, institutionId: string, post: Post): Promise<Set<string>> => {
  let ofDatabase = inserters.get(database);
  if (!ofDatabase) inserters.set(database, (ofDatabase = new Map()));
  let insert = ofDatabase.get(institutionId);
  if (!insert) ofDatabase.set(institutionId, (insert = inserterOf(database, institutionId)));
  return insert(post);
};

const inserterOf = (database: Database, institutionId: string): Insert => {
  const run = (admitted: Post) =>
    database.onInstitution(institutionId, (db) => insertResponses(db, admitted));
  return gather(
    {
      atOnce: 2,
      largest: 1000,
      sizeOf: (post: Post) => post.length,
      // Rows of one statement do not see each other.
      ownerOf: (post) => post[0]!.learnerKey,
    },
    async (posts) => {
      try {
        const written = await run(posts.flat());
        const perLearner = Map.groupBy(written, ({ learnerKey }) => learnerKey);
        return posts.map((post) => ({
          status: 'fulfilled' as const,
          value: new Set(perLearner.get(post[0]!.learnerKey)?.map(({ id }) => id)),
        }));
      } catch (error) {
        if (posts.length === 1 || !isAboutRows(error)) throw error;
        // One post's rows must not cost the others theirs.
        return Promise.allSettled(posts.map(async (post) => new Set((await run(post)).map(({ id }) => id))));
      }
    },
  );
};

/** A value that PostgreSQL cannot hold, or a constraint; anything else would befall each post alone as well. */
const isAboutRows = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '');
