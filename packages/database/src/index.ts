export * from './tables/index.ts';
export { openDatabase, type Database, type InstitutionDatabase, type GlobalDatabase } from './client.ts';
export { migrate } from './migrate.ts';
export { assertApiRole } from './api-role.ts';
export { newId } from './new-id.ts';
