import { writeJson } from './write-json.ts';

export const jsonResponse = (value: unknown): Response =>
  new Response(writeJson(value), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
