import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { isPlacePath } from '../shared/places.ts';

/** The window's own address: nothing is loaded from files or from the network. */
export const APP_ORIGIN = 'app://counterline';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; " +
  "img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built window and nothing beside it. */
export function serveApp(rendererDir: string): void {
  protocol.handle('app', async (request) => {
    const { pathname, host } = new URL(request.url);
    const isWindow = pathname === '/' || isPlacePath(pathname);
    const path = normalize(join(rendererDir, isWindow ? 'index.html' : decodeURIComponent(pathname)));
    const type = CONTENT_TYPES[extname(path)];
    if (host !== 'counterline' || !path.startsWith(rendererDir + sep) || type === undefined) return notFound();
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
