type Undecodable = 'spreadsheet_file' | 'unreadable';

const startsWith = (bytes: Uint8Array, ...head: number[]) =>
  head.every((byte, index) => bytes[index] === byte);

const decode = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * The text of a file in the encodings that offices export: UTF-8 with or without BOM, UTF-16 with BOM (Excel's
 * "Unicode text"), and what is not valid UTF-8 as Windows-1252.
 */
export const decodeFile = (bytes: Uint8Array): { text: string } | { code: Undecodable } => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { code: 'spreadsheet_file' };
  const encoding = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : undefined;
  const text = encoding ? decode(encoding, bytes) : (decode('utf-8', bytes) ?? decode('windows-1252', bytes));
  return text === undefined || text.includes('\0') ? { code: 'unreadable' } : { text };
};

const highCharacters = new Map(
  Array.from({ length: 0x80 }, (_, index) => {
    const byte = 0x80 + index;
    return [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const;
  }),
);

/** "Ã‘AHUI" → "ÑAHUI": UTF-8 that somebody read as Windows-1252; undefined for text that is as it should be. */
export const mendAccents = (text: string): string | undefined => {
  if (!/[ÂÃ]/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const character of text) {
    const byte = highCharacters.get(character) ?? (character <= '\xff' ? character.charCodeAt(0) : undefined);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  const mended = decode('utf-8', Uint8Array.from(bytes));
  return mended === text ? undefined : mended;
};
