/**
 * Text as people mean it, with nothing cut: one Unicode form (NFC), single spaces, and none of the invisible
 * characters that spreadsheets and chats leave behind.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b\u2060\u00ad\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A dash or a dot is how forms say "none". */
export const cleanOptional = (text: string | null | undefined): string | null => {
  const cleaned = cleanText(text ?? '');
  return /^[-–—.]*$/.test(cleaned) ? null : cleaned;
};
