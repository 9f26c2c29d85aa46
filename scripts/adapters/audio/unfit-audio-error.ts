import { ItemError } from '../../errors.ts';

/** Nothing but other audio, or another setting, would help: it is not asked for again for a while. */
export class UnfitAudioError extends ItemError {}
