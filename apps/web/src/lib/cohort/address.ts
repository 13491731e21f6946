/** Where a page of a section lies; names the course only where there is more than one. */
export const cohortHref = (
  lang: string,
  cohort: { id: string; courses: readonly { id: string }[] },
  page = '',
  query: Record<string, string | undefined> = {},
): string => {
  const { course, ...rest } = query;
  const search = new URLSearchParams();
  if (course && course !== cohort.courses[0]?.id) search.set('course', course);
  for (const [name, value] of Object.entries(rest)) if (value) search.set(name, value);
  const path = `/${lang}/cohorts/${cohort.id}${page && `/${page}`}`;
  return search.size > 0 ? `${path}?${search}` : path;
};
