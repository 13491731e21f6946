import type { Database } from '@puente/database';
import { insertResponses, type Admitted } from './insert-responses.ts';

interface Post {
  admitted: readonly Admitted[];
  done: (written: Set<string>) => void;
  fail: (error: unknown) => void;
}

interface Lane {
  waiting: Post[];
  running: number;
}

/** Statements of one institution under way at once: while they commit, the next posts gather. */
const statementsAtOnce = 2;
const rowsAtOnce = 1000;

const lanes = new WeakMap<Database, Map<string, Lane>>();

const laneOf = (database: Database, institutionId: string): Lane => {
  let ofDatabase = lanes.get(database);
  if (!ofDatabase) lanes.set(database, (ofDatabase = new Map()));
  let lane = ofDatabase.get(institutionId);
  if (!lane) ofDatabase.set(institutionId, (lane = { waiting: [], running: 0 }));
  return lane;
};

/** Inserts one learner's responses in a statement shared with whoever posts at the same time; says which were new. */
export const insertShared = (
  database: Database,
  institutionId: string,
  admitted: readonly Admitted[],
): Promise<Set<string>> =>
  new Promise((done, fail) => {
    const lane = laneOf(database, institutionId);
    lane.waiting.push({ admitted, done, fail });
    pump(database, institutionId, lane);
  });

const pump = (database: Database, institutionId: string, lane: Lane): void => {
  while (lane.running < statementsAtOnce && lane.waiting.length > 0) {
    const posts = takePosts(lane);
    lane.running += 1;
    void runTogether(database, institutionId, posts).finally(() => {
      lane.running -= 1;
      pump(database, institutionId, lane);
    });
  }
};

/** The posts that go together: of one learner only one, since rows of one statement do not see each other. */
const takePosts = (lane: Lane): Post[] => {
  const taken: Post[] = [];
  const left: Post[] = [];
  const learners = new Set<string>();
  let rows = 0;
  for (const post of lane.waiting) {
    const { learnerKey } = post.admitted[0]!;
    if ((rows > 0 && rows + post.admitted.length > rowsAtOnce) || learners.has(learnerKey)) {
      left.push(post);
      continue;
    }
    taken.push(post);
    learners.add(learnerKey);
    rows += post.admitted.length;
  }
  lane.waiting = left;
  return taken;
};

const runTogether = async (
  database: Database,
  institutionId: string,
  posts: readonly Post[],
): Promise<void> => {
  const run = (admitted: readonly Admitted[]) =>
    database.onInstitution(institutionId, (db) => insertResponses(db, admitted));
  try {
    const written = await run(posts.flatMap(({ admitted }) => admitted));
    const perLearner = Map.groupBy(written, ({ learnerKey }) => learnerKey);
    for (const { admitted, done } of posts)
      done(new Set(perLearner.get(admitted[0]!.learnerKey)?.map(({ id }) => id)));
  } catch (error) {
    if (posts.length === 1 || !isAboutRows(error)) {
      for (const { fail } of posts) fail(error);
      return;
    }
    // One post's rows must not cost the others theirs.
    for (const { admitted, done, fail } of posts)
      await run(admitted).then((written) => done(new Set(written.map(({ id }) => id))), fail);
  }
};

/** A value that PostgreSQL cannot hold, or a constraint; anything else would befall each post alone as well. */
const isAboutRows = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '');
