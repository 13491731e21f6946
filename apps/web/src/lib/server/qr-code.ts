import { encode } from 'uqr';

export interface QrCode {
  /** Side of the drawing in modules, quiet zone included. */
  size: number;
  path: string;
}

/** A QR code as one SVG path, a run of dark modules at a time; drawn on the server, so that no phone needs the encoder. */
export const qrCode = (text: string): QrCode => {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (x < size && row[x]) x += 1;
      found.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
    }
    return found;
  });
  return { size, path: runs.join('') };
};
