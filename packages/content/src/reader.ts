export interface Reader {
  /** Every file, as a path with `/` relative to the folder that is read. */
  files(): string[];
  text(file: string): string;
}

export function memoryReader(files: Record<string, string>): Reader {
  return {
    files: () => Object.keys(files).sort(),
    text(file) {
      const text = files[file];
      if (text === undefined) throw new Error(`There is no file ${file}.`);
      return text;
    },
  };
}
