/** The detail of an entry as lines to read; lists and nested values become text. */
export const detailLines = (detail: Record<string, unknown>): { name: string; value: string }[] =>
  Object.entries(detail).flatMap(([name, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? detailLines(value as Record<string, unknown>).map((line) => ({
          ...line,
          name: `${name}.${line.name}`,
        }))
      : [{ name, value: Array.isArray(value) ? value.map(String).join(', ') : String(value ?? '') }],
  );
