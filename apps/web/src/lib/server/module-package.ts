import type { PracticePackage } from '@puente/content';
import { getModulePackage } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { Lang } from '#lib/i18n.ts';

/** A module's questions, case and explanations, keys included: data for one enrolled student's page. */
export const loadPackage = async (
  fetch: typeof globalThis.fetch,
  courseId: string,
  moduleId: string,
  language: Lang,
): Promise<PracticePackage> =>
  (await call(fetch, getModulePackage, {
    params: { courseId, moduleId },
    query: { language },
  })) as PracticePackage;
