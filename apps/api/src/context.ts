import type { Catalogue } from './catalogue.ts';

/** What verbs need beside the database and the actor. */
export interface Context {
  catalogue: Catalogue;
  now: Date;
}
