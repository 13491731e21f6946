import type { Problem } from '../problem.ts';
import type { Reader } from '../reader.ts';
import type { Sources } from '../source/sources.ts';
import type { WarningAnswer } from './take-answers.ts';

/** What one reading of the courses gathers on the way. */
export class Loading {
  readonly reader: Reader;
  readonly files: ReadonlySet<string>;
  readonly sources: Sources;
  readonly problems: Problem[] = [];
  /** What such a file declares is not known in full, so nothing is said to be missing from it. */
  readonly brokenFiles = new Set<string>();

  /** Taken out of what was read: they speak to the check, not to a student. */
  readonly answers: WarningAnswer[] = [];

  /** The broken files that nobody has written yet. */
  readonly missingFiles = new Set<string>();

  constructor(reader: Reader, sources: Sources) {
    this.reader = reader;
    this.files = new Set(reader.files());
    this.sources = sources;
  }

  broken(file: string, problems: Problem[]): void {
    this.problems.push(...problems);
    this.brokenFiles.add(file);
  }

  missing(file: string, code: string, message: string, fix: string): void {
    this.missingFrom([{ severity: 'error', code, file, line: 1, field: '', message, fix }], file);
  }

  missingFrom(problems: Problem[], file: string): void {
    this.broken(file, problems);
    this.missingFiles.add(file);
  }
}
