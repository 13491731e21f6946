import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const compressible = /^(text\/|application\/(json|manifest\+json|problem\+json)|image\/svg)/;
const smallest = 800;

/** adapter-node compresses files while building, but never the pages it renders. */
export const compressed = async (request: Request, response: Response): Promise<Response> => {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const type = response.headers.get('content-type') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  if (
    !encoding ||
    !response.body ||
    response.headers.has('content-encoding') ||
    type.includes('event-stream') ||
    !compressible.test(type)
  ) {
    return response;
  }
  const plain = Buffer.from(await response.arrayBuffer());
  const small = plain.byteLength < smallest;
  const body = small
    ? plain
    : encoding === 'br'
      ? await brotli(plain, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
          },
        })
      : await zip(plain, { level: 6 });
  const headers = new Headers(response.headers);
  headers.append('vary', 'Accept-Encoding');
  headers.set('content-length', String(body.byteLength));
  if (!small) headers.set('content-encoding', encoding);
  return new Response(new Uint8Array(body), {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
};
