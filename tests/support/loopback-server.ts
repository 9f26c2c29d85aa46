import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a body, an answer in full, or a function that answers. */
export type Route =
  string | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array } | RequestListener;
export interface LoopbackServer {
  /** "http://127.0.0.1:<port>", without a slash at the end. */
  origin: string;
  /** What was asked so far, in order. */
  requests: { method: string; url: string; headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

/** A real HTTP server on the loopback interface, on a free port unless one is given. Paths without a route answer 404. */
export async function startServer(
  routes: RequestListener | Record<string, Route>,
  host = '127.0.0.1',
  port = 0,
): Promise<LoopbackServer> {
  const requests: LoopbackServer['requests'] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers });
    const route = typeof routes === 'function' ? routes : routes[new URL(url, 'http://localhost').pathname];
    answer(route ?? { status: 404 }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(route: Route, request: IncomingMessage, response: ServerResponse): void {
  if (typeof route === 'function') return route(request, response);
  const { status = 200, headers = {}, body = '' } = typeof route === 'string' ? { body: route } : route;
  response.writeHead(status, headers).end(body);
}
