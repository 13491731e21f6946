const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];
// The more particular before those that they imitate.
const browsers: [RegExp, string][] = [
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

/** Kind of device and browser in a few words, from what the browser says of itself; never enough to trace a person. */
export const describeDevice = (userAgent: string | undefined): string => {
  const told = userAgent ?? '';
  const system = systems.find(([pattern]) => pattern.test(told))?.[1];
  const browser = browsers.flatMap(([pattern, name]) => {
    const found = pattern.exec(told);
    return found ? [`${name} ${found[1]}`] : [];
  })[0];
  return [system, browser].filter(Boolean).join(' · ') || '?';
};
