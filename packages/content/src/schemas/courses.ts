import { z } from 'zod';
import { idSchema } from './text.ts';

export const coursesSchema = z
  .strictObject({ courses: z.array(idSchema).min(1).describe('Folders of the courses, in order') })
  .describe('courses.yaml: the order of the courses');
