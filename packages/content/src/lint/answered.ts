import type { LoadedContent } from '../load/load-content.ts';
import type { WarningAnswer } from '../load/take-answers.ts';
import type { Problem } from '../problem.ts';

export interface Answered {
  /** What still asks for something to be done. */
  open: Problem[];
  /** The warnings that their files answer. */
  answered: Problem[];
}

/** An answered warning is silent; an answer to a warning that does not occur is refused. */
export function answeredWarnings(content: LoadedContent, problems: Problem[]): Answered {
  const used = new Set<WarningAnswer>();
  const answered = new Set(
    problems.filter((problem) => {
      if (problem.severity !== 'warning') return false;
      const answers = content.answers.filter((answer) => speaksTo(answer, problem));
      for (const answer of answers) used.add(answer);
      return answers.length > 0;
    }),
  );
  // In a course that was not read in full, a warning may be missing only for that.
  const idle = content.brokenFiles.size > 0 ? [] : content.answers.filter((answer) => !used.has(answer));
  return {
    open: [
      ...problems.filter((problem) => !answered.has(problem)),
      ...idle.map(({ file, line, field, warning }): Problem => ({
        severity: 'error',
        code: 'answer-without-warning',
        file,
        line,
        field,
        message: `There is no warning "${warning}" here to answer`,
        fix: 'remove this answer, or move it beside what it answers',
      })),
    ],
    answered: [...answered],
  };
}

function speaksTo({ warning, file, thing }: WarningAnswer, problem: Problem): boolean {
  if (problem.code !== warning) return false;
  if (problem.file !== file) return thing === '' && besides(file, problem.file);
  return (
    thing === '' || problem.field === thing || ['.', '['].includes(after(problem.field, thing) ?? 'not under')
  );
}

function after(field: string, thing: string): string | undefined {
  return field.startsWith(thing) ? field[thing.length] : undefined;
}

/** lesson.yaml answers for the prose beside it, and a figure's file for its drawings. */
function besides(file: string, other: string): boolean {
  const stem = file.replace(/\.yaml$/, '');
  return ['es.svx', 'en.svx', 'es.svg', 'en.svg'].some((end) => other === `${stem}.${end}`);
}
