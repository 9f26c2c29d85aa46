import type { IncomingMessage, ServerResponse } from 'node:http';
import { startServer } from './loopback-server.ts';

/** What a chat request says, as far as tests look at it. */
export interface ChatBody {
  model: string;
  messages: { role: string; content: string }[];
  temperature?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  response_format?: { type: string; json_schema?: { strict: boolean; schema: unknown } };
}
/** How the model answers: with text and a finish reason, an HTTP error, or not at all. */
export type ModelReply =
  | { text: string; finish?: string; refusal?: string; usage?: 'none' }
  | { status: number; error: Record<string, unknown>; headers?: Record<string, string> }
  /** The body as it is, in pieces that come one after the other without end where it is a function. */
  | { raw: string | ((response: ServerResponse) => void) }
  | 'silence';
/** What a request for a transcription says. */
export interface SoundBody {
  model: string;
  response_format: string;
  name: string;
  bytes: Uint8Array;
}
/** What is heard, as `verbose_json` has it; or as a model replies that misbehaves. */
export type Heard =
  { segments: Record<string, unknown>[]; language?: string; duration?: number } | Exclude<ModelReply, { text: string }>;
export interface ModelServer {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
  /** Bodies of the requests so far, and their Authorization headers. */
  asked: ChatBody[];
  heard: SoundBody[];
  keys: (string | undefined)[];
  close(): Promise<void>;
}

/**
 * A real server on the loopback interface that speaks chat completions, and listens where `hear` is given, and misbehaves as it is
 * told: `reply` and `hear` get each request and how many came before it.
 */
export async function startModelServer(
  reply: (body: ChatBody, before: number) => ModelReply,
  hear?: (body: SoundBody, before: number) => Heard | Promise<Heard>,
): Promise<ModelServer> {
  const asked: ChatBody[] = [];
  const heard: SoundBody[] = [];
  const keys: ModelServer['keys'] = [];
  const server = await startServer(async (request, response) => {
    keys.push(request.headers.authorization);
    const answer = await answerTo(request);
    if (answer === undefined) return void response.writeHead(404).end('404 page not found');
    if (answer === 'silence') return;
    if ('raw' in answer)
      return void writeRaw(answer.raw, response.writeHead(200, { 'content-type': 'application/json' }));
    const { status, headers, json } = toResponse(answer);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
  });
  async function answerTo(request: IncomingMessage): Promise<ModelReply | { json: object } | undefined> {
    if (request.url === '/v1/chat/completions') {
      const body = JSON.parse((await readBody(request)).toString()) as ChatBody;
      return reply(body, asked.push(body) - 1);
    }
    if (request.url !== '/v1/audio/transcriptions' || !hear) return undefined;
    const body = await readSound(request);
    const answer = await hear(body, heard.push(body) - 1);
    return typeof answer === 'object' && 'segments' in answer ? { json: { task: 'transcribe', ...answer } } : answer;
  }
  return { baseUrl: `${server.origin}/v1`, asked, heard, keys, close: server.close };
}

async function readSound(request: IncomingMessage): Promise<SoundBody> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(await readBody(request)), { headers }).formData();
  const file = form.get('file') as File;
  const [model, response_format] = [form.get('model') as string, form.get('response_format') as string];
  return { model, response_format, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

const writeRaw = (raw: string | ((response: ServerResponse) => void), response: ServerResponse) =>
  typeof raw === 'string' ? response.end(raw) : raw(response);

function toResponse(answer: Exclude<ModelReply, 'silence' | { raw: unknown }> | { json: object }) {
  if ('json' in answer) return { status: 200, headers: {}, json: answer.json };
  if ('status' in answer)
    return { status: answer.status, headers: answer.headers, json: { error: answer.error } as object };
  const { text, finish = 'stop', refusal = null, usage } = answer;
  const message = { role: 'assistant', content: text, refusal };
  const choices = [{ index: 0, message, finish_reason: finish }];
  const tokens = { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 };
  const json = {
    id: 'x',
    object: 'chat.completion',
    model: 'fake',
    choices,
    ...(usage !== 'none' && { usage: tokens }),
  };
  return { status: 200, headers: {}, json };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A reply that does what it was asked. */
export const replyWith = (name: 'insights' | 'relations', items: readonly unknown[]): ModelReply => ({
  text: JSON.stringify({ [name]: items }),
});

/** What the model was told about the episode: the last message. */
export const userOf = ({ messages }: ChatBody): string => messages.at(-1)?.content ?? '';

/** Number of the first transcript line in a request that holds some words. */
export const lineWith = (body: ChatBody, words: string): number =>
  Number(new RegExp(`^(\\d+)\\|.*${words}`, 'm').exec(userOf(body))?.[1]);
