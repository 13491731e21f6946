/**
 * A number as a person types it: `7.40` and `7,40` are equal. With both signs the last one is the
 * decimal sign; several equal signs in groups of three separate thousands.
 */
export function parseDecimal(typed: string): number | undefined {
  const text = typed
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^[−–]/, '-');
  const sign = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const whole = sign < 0 ? text : text.slice(0, sign);
  const isThousands = sign >= 0 && whole.includes(text[sign]!);
  if (isThousands && !/^[-+]?\d{1,3}([.,]\d{3})+$/.test(text)) return undefined;
  if (/[.,]/.test(whole) && !isThousands && !/^[-+]?\d{1,3}([.,]\d{3})+$/.test(whole)) {
    return undefined;
  }
  const plain = isThousands
    ? text.replace(/[.,]/g, '')
    : `${whole.replace(/[.,]/g, '')}${sign < 0 ? '' : `.${text.slice(sign + 1)}`}`;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}
