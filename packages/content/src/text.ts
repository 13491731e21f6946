export type Language = 'es' | 'en';
export type Text = Record<Language, string>;

/** A value of the courses with every text in one language. */
export type InLanguage<T> = T extends Text
  ? string
  : T extends readonly (infer Entry)[]
    ? InLanguage<Entry>[]
    : T extends object
      ? { [Key in keyof T]: InLanguage<T[Key]> }
      : T;

export function inLanguage<T>(value: T, language: Language): InLanguage<T> {
  return resolve(value, language) as InLanguage<T>;
}

function resolve(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner, language)]));
}

function isText(value: object): value is Text {
  const { es, en } = value as Partial<Text>;
  return typeof es === 'string' && typeof en === 'string' && Object.keys(value).length === 2;
}
