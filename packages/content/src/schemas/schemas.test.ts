import { expect, test } from 'vitest';
import { z } from 'zod';
import { caseSchema } from './case.ts';
import { conceptsSchema } from './concepts.ts';
import { courseSchema } from './course.ts';
import { figureSchema } from './figure.ts';
import { formsSchema } from './forms.ts';
import { itemsSchema } from './item.ts';
import { lessonSchema } from './lesson.ts';
import { moduleSchema } from './module.ts';

const schemas = {
  caseSchema,
  conceptsSchema,
  courseSchema,
  figureSchema,
  formsSchema,
  itemsSchema,
  lessonSchema,
  moduleSchema,
};

test.each(Object.entries(schemas))('%s gives editors a JSON Schema with words in it', (_, schema) => {
  const json = z.toJSONSchema(schema);
  expect(json.description).toBeTruthy();
  expect(JSON.stringify(json)).toContain('"additionalProperties":false');
});

test('a JSON Schema tells an author what a field is for', () => {
  const json = JSON.stringify(z.toJSONSchema(itemsSchema));
  expect(json).toContain('The lead-in: asks or instructs');
});
