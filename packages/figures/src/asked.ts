/** What an address asks of a figure: which view, from which preset, and the settings that differ from it. */
export const askedOf = (query: URLSearchParams) => {
  const reserved = new Set(['view', 'preset', 'project', 'also']);
  const settings: Record<string, string> = {};
  for (const [name, value] of query) {
    if (reserved.has(name) || name.startsWith('set-')) continue;
    settings[name] = value;
  }
  // A step's button, pressed before any script had come.
  for (const [name, value] of query) if (name.startsWith('set-')) settings[name.slice(4)] = value;
  return {
    view: query.get('view') ?? undefined,
    preset: query.get('preset') ?? undefined,
    projected: query.has('project'),
    also: query.get('also') ?? undefined,
    settings,
  };
};
