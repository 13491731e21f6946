export interface Weight {
  /** Compressed bytes of the page and of everything it names. */
  bytes: number;
  scripts: number;
  files: { address: string; bytes: number }[];
}

const bytesOf = async (address: URL): Promise<{ bytes: number; text: string }> => {
  const response = await fetch(address, { headers: { 'accept-encoding': 'br' } });
  if (!response.ok) throw new Error(`${address.pathname} answers ${response.status}`);
  const text = await response.text();
  const declared = Number(response.headers.get('content-length'));
  if (!declared) throw new Error(`${address.pathname} does not say how long it is`);
  return { bytes: declared, text };
};

/** Weighs a page as a phone pays for it; for pages without script, which fetch nothing later. */
export const weighPage = async (address: string): Promise<Weight> => {
  const page = new URL(address);
  const { bytes, text } = await bytesOf(page);
  const named = [...text.matchAll(/<(?:link|img|script)\b[^>]*?\s(?:href|src)="([^"#]+)"/g)];
  const files = [{ address: page.pathname, bytes }];
  for (const [, reference] of named) {
    const file = new URL(reference!, page);
    files.push({ address: file.pathname, bytes: (await bytesOf(file)).bytes });
  }
  return {
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    scripts: [...text.matchAll(/<script\b|modulepreload/g)].length,
    files,
  };
};
