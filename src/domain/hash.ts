/** 32-bit FNV-1a over UTF-16 code units (Fowler, Noll & Vo, RFC 9923): the same on every machine, and in need of no library. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
