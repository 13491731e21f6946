import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2 as never);
const memoryKiB = 19 * 1024;
const passes = 2;

/** At most two at once: a lecture hall that signs in must not starve the recording of answers. */
const waiting: (() => void)[] = [];
let running = 0;
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
};

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** Argon2id (19 MiB, 2 passes) as a PHC string. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const tag = await inTurn(() =>
    derive('argon2id', {
      message: password.normalize('NFC'),
      nonce,
      parallelism: 1,
      tagLength: 32,
      memory: memoryKiB,
      passes,
    }),
  );
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=1$${base64(nonce)}$${base64(tag)}`;
};

export const verifyPassword = async (password: string, phc: string): Promise<boolean> => {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc);
  if (!match) throw new Error('A stored password hash is not a PHC string of argon2id');
  const [, memory, iterations, lanes, nonce, tag] = match;
  const expected = Buffer.from(tag!, 'base64');
  const actual = await inTurn(() =>
    derive('argon2id', {
      message: password.normalize('NFC'),
      nonce: Buffer.from(nonce!, 'base64'),
      parallelism: Number(lanes),
      tagLength: expected.length,
      memory: Number(memory),
      passes: Number(iterations),
    }),
  );
  return timingSafeEqual(expected, actual);
};

let decoy: Promise<string> | undefined;
/** Takes as long as a real check, so that the time does not tell whether an account exists. */
export const verifyAgainstNobody = async (password: string): Promise<false> => {
  decoy ??= hashPassword(randomBytes(12).toString('hex'));
  await verifyPassword(password, await decoy);
  return false;
};
