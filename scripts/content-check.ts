import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  checkContent,
  formatProblem,
  hasErrors,
  readDirectory,
  summarise,
} from '../packages/content/src/server.ts';

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: fileURLToPath(new URL('../content', import.meta.url)) },
    json: { type: 'boolean', default: false },
  },
});

const bank = process.env['PUENTE_BANK'];
const checked = checkContent(readDirectory(values.dir), {
  bank: bank ? readDirectory(bank) : undefined,
});
const courses = checked.courses.map(summarise);

if (values.json) {
  console.log(JSON.stringify({ courses, problems: checked.problems }, null, 2));
} else {
  for (const problem of checked.problems) {
    const warning = problem.severity === 'warning' ? `warning ${problem.code}: ` : '';
    console.log(`${warning}${formatProblem(problem)}`);
  }
  for (const course of courses) {
    console.log(
      `${course.id}: ${course.openModules} of ${course.modules} modules open, ` +
        `${course.lessons} lessons (${course.words.es} words es, ${course.words.en} en), ` +
        `${course.concepts} concepts, ${course.practiceItems} practice, ` +
        `${course.gainItems} gain and ${course.sealedItems} sealed items, ` +
        `${course.cases} cases, ${course.forms} forms`,
    );
  }
  const errors = checked.problems.filter((problem) => problem.severity === 'error').length;
  console.log(
    `${errors} errors, ${checked.problems.length - errors} warnings, ` +
      `${checked.answered.length} warnings answered in their files`,
  );
}

process.exitCode = hasErrors(checked.problems) ? 1 : 0;
