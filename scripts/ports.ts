import type { Chapter } from '#domain/chapter.ts';
import type { Digest } from '#domain/digest.ts';
import type { Episode, Person, TranscriptSource } from '#domain/episode.ts';
import type { Glossary } from '#domain/glossary.ts';
import type { Day, InsightId, ShowId, ThemeId } from '#domain/ids.ts';
import type { Figure, Insight, InsightPlacing, Relation } from '#domain/insight.ts';
import type { Show } from '#domain/show.ts';
import type { Vector } from '#domain/similarity.ts';
import type { Theme } from '#domain/theme.ts';
import type { Transcript } from '#domain/transcript.ts';

export interface FetchOptions {
  /** Value of the Accept header. */
  accept: string;
  /** Largest body that is read, after decompression; more is an error. */
  maxBytes: number;
  /** Whose feed led to the address: what a show names is never held against another. */
  show?: ShowId | undefined;
  /**
   * The cache modes of the Fetch standard: `default` takes the stored body while it is fresh, and else asks the host whether
   * it still holds, as `no-cache` does always and whatever the host wants; `force-cache` takes the stored body without asking, `only-if-cached` never
   * asks anybody; `no-store` asks, and keeps no body.
   */
  cache: 'default' | 'no-cache' | 'force-cache' | 'only-if-cached' | 'no-store';
  /** The most time that it may take, with redirects and without waiting for a turn, where that is not the usual. */
  totalMs?: number | undefined;
}
export interface Fetched {
  /** The address that answered, after redirects. */
  url: string;
  /** The host was asked, in this run. */
  asked: boolean;
  /** The body is the stored one: the host answered 304, or was not asked. */
  unchanged: boolean;
  /** Why a host was not asked that would have been: it failed too often, or wants to be left alone. */
  held?: string | undefined;
  /** Where the address has moved for good. */
  movedTo?: string | undefined;
  body: Uint8Array;
  /** Content-Type as sent. */
  contentType?: string | undefined;
}
/**
 * GET over HTTP, politely and within limits. Throws an `ItemError` that names the address, what happened and what to do, and
 * a `PostponedError` where a host that wants to be left alone is not asked, and nothing is stored.
 */
export interface Fetcher {
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  /** Takes the stored body for fresh for so long from when it was asked for, where the body itself allows more than its headers did. */
  keepFresh(url: string, ms: number): Promise<void>;
  /** Drops the stored body, when it proved to be useless, so that the next run asks anew. */
  forget(url: string): Promise<void>;
}

/** A `podcast:transcript` element as the feed has it. */
export interface TranscriptLink {
  url: string;
  /** Media type as declared, which may lie. */
  type?: string | undefined;
  /** It is the audio at `url` that was heard; no feed says so. */
  heard?: true | undefined;
  language?: string | undefined;
}

/** One item of a feed, in our terms. Everything in it is data from outside: plain text, no markup, never trusted. */
export interface FeedItem {
  /** As in the feed; where it has none, the enclosure, link or title that stands in for it. */
  guid: string;
  title: string;
  description?: string | undefined;
  link?: string | undefined;
  /** Address of the enclosure. */
  audio?: string | undefined;
  /** Absent where the feed gives no readable date. */
  publishedAt?: Date | undefined;
  durationMs?: number | undefined;
  /** `podcast:person` of the item, else of the channel. */
  people: Person[];
  /** Address of a Podcasting 2.0 chapters file. */
  chapters?: string | undefined;
  /** Chapters that the show notes list beyond what `description` holds of them. */
  chapterList?: Chapter[] | undefined;
  transcripts: TranscriptLink[];
  /** BCP 47, of the channel. */
  language?: string | undefined;
}

export interface FeedReading {
  /** `unchanged`: the host answered 304; `skipped`: it was not asked. The items are then those of the stored body. */
  status: 'ok' | 'unchanged' | 'skipped';
  /** Why a host was not asked that would have been. */
  held?: string | undefined;
  /** Where the feed has moved for good. */
  movedTo?: string | undefined;
  /** In the order of the feed. */
  items: FeedItem[];
}

/** Polls one show. Throws an `ItemError` that says what to do where the feed cannot be had or read, a `PostponedError` where its host is left alone. */
export interface FeedReader {
  read(show: Show): Promise<FeedReading>;
}

/** Reads the transcript behind a link of the feed of `show`. Throws an `ItemError` where there is none, or it is not what it claims to be. */
export interface TranscriptReader {
  read(link: TranscriptLink, show?: ShowId): Promise<{ transcript: Transcript; source: TranscriptSource }>;
}

/** Reads a Podcasting 2.0 chapters file that the feed of `show` names. Throws an `ItemError` where there is none, or it holds no chapters. */
export interface ChapterReader {
  read(url: string, show?: ShowId): Promise<Chapter[]>;
}

/** Finds a transcript in a folder of the user's by the name of the episode; `undefined` where there is none. */
export interface TranscriptFolder {
  find(
    episode: Pick<Episode, 'id' | 'show' | 'guid' | 'title' | 'audio'>,
  ): Promise<{ transcript: Transcript; source: TranscriptSource } | undefined>;
}

/**
 * Has audio heard for which there is no transcript to read. Throws an `ItemError` where it cannot be had or heard, a `PostponedError`
 * where the run has heard enough, a `SettingsError` where nothing could be heard with these settings.
 */
export interface Transcriber {
  /** `durationMs`: as the feed has it, if it does. */
  transcribe(
    audio: string,
    episode: Pick<Episode, 'show' | 'durationMs'>,
  ): Promise<{ transcript: Transcript; source: TranscriptSource }>;
  /** What there is to know of it in this run, a line each. */
  notes(): string[];
}

/** What an engine is given to read: one episode, and what the beat is. */
export interface Reading {
  show: Show;
  episode: Episode;
  transcript: Transcript;
  themes: readonly Theme[];
  glossary: Glossary;
}

/** A proposed insight: nothing in it is believed until it is proven. */
export interface Draft {
  title: string;
  claim: string;
  /** The transcript's own words; where the same words are said twice, `nearWord` tells which. */
  quote: string;
  /** Index, among the words of the transcript, near which the quote begins. */
  nearWord?: number | undefined;
  /** The quote in English, where it is not. */
  translation?: string | undefined;
  /** Who speaks, by the engine's reading, where the transcript does not say; a name that the episode's evidence holds. */
  speaker?: string | undefined;
  /** The engine's own opinion of the themes, where it has one: it counts before ours. */
  themes?: ThemeId[] | undefined;
  /** Only figures that the quote itself says are published. */
  figures?: Figure[] | undefined;
  /** 0 to 1: how much a subscriber would miss it. */
  importance: number;
  /** Why it is that important, in a few words, where the engine says. */
  reason?: string | undefined;
}
/** A draft that could not be proven, and why. */
export interface Rejected {
  draft: Draft;
  /** By which it is counted. */
  reason: string;
  /** What exactly is wrong with it, for the engine that may write it again: the words that nobody said, say. */
  detail?: string | undefined;
}

export interface Proposal {
  drafts: Draft[];
  /** What the engine itself found wanting; of a repair, also what was not written again. */
  rejected?: Rejected[] | undefined;
  /** Why there are none, for the episode's record. */
  reason?: string | undefined;
  usage?: Usage | undefined;
}
export interface Usage {
  calls: number;
  promptTokens: number;
  completionTokens: number;
}

/** Proposes insights from one episode: a function of the reading and of its own settings. Throws an `ItemError` to have the episode tried again, a `PostponedError` to have it wait. */
export interface InsightEngine {
  readonly name: string;
  readonly model?: string | undefined;
  /** Version of the prompt, for engines that have one. */
  readonly prompt?: string | undefined;
  propose(reading: Reading): Promise<Proposal>;
  /** One more try at drafts that could not be proven; an engine that would only say the same again lacks it. */
  repair?(reading: Reading, rejected: readonly Rejected[]): Promise<Proposal>;
  /** How new claims bear on earlier ones; an engine that cannot tell lacks it. Never throws for a bad answer: relations are then unknown. */
  relate?(comparisons: readonly Comparison[]): Promise<Comparisons>;
}

/** A new claim and the nearest earlier ones. */
export interface Comparison {
  claim: string;
  earlier: { id: InsightId; claim: string }[];
}
export interface Comparisons {
  /** For each comparison, how it bears on the earlier claims that it agrees with, contradicts or extends; others are missing. */
  relations: ReadonlyMap<InsightId, Relation>[];
  usage?: Usage | undefined;
}

export interface Embedder {
  embed(texts: readonly string[]): Promise<Vector[]>;
}

export interface PublishedInsight {
  id: InsightId;
  insight: Insight;
  claim: string;
}
/** Everything in `content/` that a run made, as it is now. */
export interface Archive {
  episodes: Episode[];
  insights: PublishedInsight[];
  digests: Digest[];
  /** Files that a person must mend; they are left alone, and their ids stay taken. */
  problems: string[];
}
/** What one reading comes to: all of it is published, or nothing is. */
export interface Publication {
  insights: PublishedInsight[];
  /** Insights that go. */
  removed: InsightId[];
  /** The record. */
  episode: Episode;
}
/**
 * The generated half of `content/`. Writes are atomic, and skipped when the file holds the same already. Where the disk refuses,
 * they throw a `RunError` or a `SettingsError`, which end the run.
 */
export interface ContentStore {
  load(): Promise<Archive>;
  /** Puts on file what is about to be written, before the first part of it is; it stays there until `endPublication`. */
  beginPublication(publication: Publication): Promise<void>;
  endPublication(): Promise<void>;
  /** Clears away what a run left half-written that was cut short, and gives what it had begun to publish. */
  recover(): Promise<Publication | undefined>;
  saveEpisode(episode: Episode): Promise<void>;
  /** Never overwrites: `false` where the id exists. */
  addInsight(published: PublishedInsight): Promise<boolean>;
  /** Writes what placing decided into the file of an insight, and nothing else of it; `false` where that changes nothing. */
  savePlacing(id: InsightId, placing: InsightPlacing): Promise<boolean>;
  /** For good: only what was never in a digest, and no person touched. */
  removeInsight(id: InsightId): Promise<void>;
  /** Never overwrites: `false` where the day has a digest. */
  addDigest(digest: Digest): Promise<boolean>;
}

/** Keeps other runs away from what this one writes, until it is released or the process ends. */
export interface RunLock {
  /** What there is to know of it: that the machine has no locks, say. */
  note?: string | undefined;
  release(): Promise<void>;
}

/** Rebuildable things, by kind and key; keys are hashed, so any string will do. A miss and a damaged entry are both `undefined`. */
export interface Cache {
  get(kind: string, key: string): Promise<Uint8Array | undefined>;
  put(kind: string, key: string, value: Uint8Array): Promise<void>;
}

/** One line of what is going on, for a person who waits. */
export type Progress = (line: string) => void;

/** The moment that the run takes for now, and the calendar day of it in the reader's time zone. */
export interface RunMoment {
  now: Date;
  today: Day;
}
