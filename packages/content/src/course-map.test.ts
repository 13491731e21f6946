import { expect, test } from 'vitest';
import { courseMap } from './course-map.ts';
import { loadContent } from './load/load-content.ts';
import { memoryReader } from './reader.ts';
import { cleanCourse } from './testing/clean-course.ts';

const [course] = loadContent(memoryReader(cleanCourse())).courses;

test('a course map names modules, patients, lessons and concepts in one language', () => {
  const map = courseMap(course!, 'en');
  expect(map).toMatchObject({ id: 'tiny', language: 'en', title: 'Salt' });
  expect(map.modules).toMatchObject([
    {
      id: 'salt',
      status: 'open',
      patient: { name: 'Ana', question: 'Why?' },
      lessons: [{ id: 'salt-water', title: 'Salt water', minutes: 10 }],
      case: { id: 'case-ana', title: 'The case of Ana', minutes: 12 },
      practiceItems: 6,
    },
    { id: 'sugar', status: 'announced', patient: { name: 'Luis' } },
  ]);
  expect(map.concepts.map(({ title }) => title)).toEqual(['Osmosis', 'Volume', 'Glucose']);
});

test('nothing in it tells an item, an answer, a reason or the course of a case', () => {
  const json = JSON.stringify(courseMap(course!, 'es'));
  expect(json).not.toMatch(/k3f9|practice-1|question-1|gain-|sealed-|Porque|Mejora|fraction|"key"/);
});
