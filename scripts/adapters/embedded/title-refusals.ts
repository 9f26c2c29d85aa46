// Signs in a text of shortened speech that it is no title, whatever else it says. English.

/** A title does not begin in the middle of a thought, with a condition that belongs to another sentence, or with an order. */
const NO_BEGINNING =
  /^(?:i|me|my|mine|well|meaning|let|how|the way (?:that|this|it)|why|where|who|whose|of|not|than|like|then|though|whereas|which|or|another|maybe|perhaps|just|the (?:(?:first|second|third|last|latter|former|next)(?! (?-i:\p{Lu}))|other|same|question|answer|thing)|one (?:is|was|of)|plus|such|same|here|got|hey|it(?:['’]s| is) (?:crazy|interesting|funny|amazing|fascinating|weird) (?:to|that|how|with|because)|as \p{Lu}\p{L}+ (?:said|says|mentioned)|(?:first|second|third) (?:is|was)|number (?:one|two|three)|totally|he|she|his|her|him|they|them|their|its|this|that|these|those|imagine|suppose|say|think|look|take|you(?:'re| are) right|only|both|each|again|so|and|but|does|did|do|is|are|was|were|can|could|will|would|have|has|there you|you (?:look|add|go|take|have to say|can say)|especially|what (?:that|this|it))\b/iu;
/** Talk about the talk, not about the world. */
const ABOUT_TALK =
  /\b(?:i|me|my|mine|myself)\b|\b(?:question|conversation|episode|podcast|slide)\b|["“”?]|\bet cetera\b|\bsorry\b|\b(?:said|says|put it) (?:this|it)\b/i;
/** "Allen says, in 2020": what was said is missing. */
const CUT_REPORT = /\b(?:says|said|argues|argued|claims|claimed|notes|thinks),?\s.{1,24}$/i;
/** "Not only" and "not just" call for what comes after; a last part without a verb was cut in two. */
const HALF =
  /\b(?:in|of|on|for|with|about|from|to|at|than) (?:that|this) (?!year|month|week|decade|country|world|industry|kind|\p{L}+ (?:is|are|was|were|can|will|would|has|have)\b)\p{L}+|(?:\bnot|n't) (?:just|only|so much|because)\b(?!.*\bbut\b)|\b(?:think|believe),|,? (?:but|so|or|yet) (?:at|in|on|for|by|with|as|of|to) [^,]*$/iu;
/** "They do that", "AI has sped that up": what was done is said elsewhere. */
const POINTS_AWAY =
  /\b(?:this|that|these|those)$|^(?:although|though|while)\b.*\bbut\b|\bput it (?:bluntly|well|best)$|\b(?:do|does|did|doing|done|see|seen|accelerat\p{Ll}+|chang\p{Ll}+|mak\p{Ll}+|us\p{Ll}+|got?|had|have|has) (?:that|this)(?: \p{Ll}+ly)?$/iu;
/** Says that there is something to say ("there are two reasons"), or takes what it is about from outside ("it made it", "the chips they have"). */
const EMPTY =
  /^There(?:['’]s| is| are|['’]re) (?:also |just |really )?(?:(?:a lot of|lots of|tons of|two|three|four|several|many|some|a couple of|a few|a number of)(?: \p{L}+)? (?:facets|theories|things|ways|reasons|challenges|problems|questions|areas|points|parts|aspects|issues|examples|sides)\b|(?:tons|lots|many|some|plenty) (?:that|who|of (?:them|those|these))\b)|\bit \p{L}+ it\b|^the \p{L}+ (?:they|he|she) (?:have|has|had|are|is|were|was)\b|\b(?:do|doing|did|done) (?:that|this) (?:and|or|so|too|as)\b/iu;
/** A degree without what it is of, and "but also" without "not only". */
const BROKEN =
  /\b(?:very|so|too|quite|really|pretty|more|most|also)$|^(?!.*\bnot (?:only|just)\b).*\bbut also\b|\bthe (?!more|less|same)\p{Ll}+ the (?!more|less|same)\p{Ll}+ (?:to|of|in)\b|\b(?:better|worse|cheaper|faster|more) it (?:becomes|is|gets|makes|will)\b/iu;
/** A thought that was begun twice ("you're there's"), a preposition straight before a verb ("like for is"), two verbs ("is produces"). */
const TWICE_BEGUN =
  /\b(?:I|you|we|they|it|he|she|there)(?:['’](?:re|s|ll|ve)| (?:will|are|is|have|can|charge))? (?:(?:you|we|they|there|it)(?:['’](?:re|s|ll|ve)\b| (?:will|are|is|have|can)\b))|\b(?:for|of|at|by|from|like|with) (?:is|are|was|were|has)\b|\bor something\b|\b(?:is|was) (?:yes|no|look|okay|it['’]s|it is|there)\b|\b(?:you know|i mean)\b/i;
/** "The gear is cheap, it is clean": two sentences in one. */
const SPLICED =
  /^(?!(?:if|when|as|because|although|though|while|since|once|after|before|until|even|unless|in|for|with|without|at|by|to|on|from|the more|today|now|given)\b).*, (?:it|they|we|you|he|she)(?:['’]| (?:is|are|was|were|has|have|will|can)\b)/i;
/** "Where they were planning to spend", "you can't send to them": a verb without what it needs. */
const WANTS_OBJECT = /\b(?:spend|send|put|give|make|take|bring|have|use|buy|get|offer)(?: (?:to|on|in|for) \p{L}+)?$/iu;
/** "… is part", "… a lot": of what. */
const HALF_END = /(?<!\bin )\bpart$|\b(?:lot|kind|sort|number|bit|amount)$/i;

export const REFUSALS: readonly RegExp[] = [
  NO_BEGINNING,
  ABOUT_TALK,
  CUT_REPORT,
  HALF,
  POINTS_AWAY,
  EMPTY,
  BROKEN,
  TWICE_BEGUN,
  SPLICED,
  WANTS_OBJECT,
  HALF_END,
];
