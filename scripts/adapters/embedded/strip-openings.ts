/** Openings that a statement does as well without; a hedge ("I guess", "maybe", "it seems") or a doubt ("the idea is that") is none. */
const OPENINGS: RegExp[] = [
  /^(?:for example|for instance|in fact|in reality|in other words|on the other hand|practically speaking|broadly speaking|in the end|in any event|in any case|in a sense|in my (?:opinion|view|mind)|from my perspective|in particular|first of all|at the end of the day|at that point|at this point|to me|to be (?:clear|fair|honest|sure)|by the way|as (?:you|we|i) (?:all )?(?:know|said|saw|mentioned)|as a result|that said|that being said|generally speaking|of course|on top of that|by definition|after all|again|also|then|and|so|but|now|indeed|recently|meanwhile|rather|instead|therefore|thus|hence|finally|clearly|obviously|basically|frankly|honestly|actually|ultimately|fundamentally|essentially|interestingly|importantly|more important|more importantly|surprisingly|unfortunately|fortunately|remarkably|crucially|certainly|surely|really|naturally|similarly|secondly|firstly|thirdly|second|third|first|however|moreover|furthermore|additionally|like|look|remember|yes|no|well|today|more recently|in short|for one(?: thing)?|on the whole|in general|to be sure)\s*,\s+/i,
  /^also\s+(?:just\s+)?(?!,)/i,
  /^for (?:those|anyone|people|folks)(?: of you)? who (?:do not|don['’]t|may not|might not|haven['’]t) [^,]{2,30},\s+/i,
  /^(?:frankly|honestly|ironically)\s+/i,
  /^(?:therefore|obviously|clearly|basically|actually|of course|ultimately|fundamentally|essentially|also|then|in fact)\s+(?=(?:the|a|an|\p{Lu}|there|this|these|every|all|most|many|it|we|they)\b)/u,
  /^(?:i|we) (?:(?:really|still|also|just|do|actually|personally|firmly|strongly) )*(?:think|believe|feel like|would say|would argue|['’]d say|['’]d argue|know)\s+(?:that\s+)?(?!so\b|about\b|of\b|in\b|it through)/i,
  /^(?:the|my|one|another)\s+(?:\p{L}+\s+){0,2}(?:point|thing|fact|reality|truth|bottom line|upshot|takeaway|news|irony|part|key)\s*(?:here |now |of the matter |about this )?(?:is|was),?\s+(?:is\s+)?that\s+/iu,
  /^(?:the|my)\s+(?:point|thing|fact|reality|truth|bottom line|upshot)\s+is,\s+/i,
  /^what(?:['’]s| is)\s+(?:(?:really|so|also|very|most|more|quite)\s+)*(?:interesting|remarkable|fascinating|amazing|important|happening|crazy|striking|clear|happened|true|surprising)(?:\s+(?:here|now|is|today))*\s+is,?\s+(?:that\s+)?/i,
  /^what (?:you|we)(?:['’]re| are)? (?:see|find|found|saw|seeing|finding|have|know|learned)(?: here| now| today)? (?:is|was)(?: literally| really)?(?: that)?\s+/i,
  /^i(?:['’]m| am) (?:very |pretty |quite |absolutely )?(?:sure|convinced|confident|certain)(?: that)?\s+/i,
  /^(?:i|we)(?:['’]ve| have)? (?:also )?(?:found|seen|learned|realized|discovered|noticed) that\s+/i,
  /^(?:in \d{4},? |last (?:year|month|week),? |recently,? )?there (?:was|['’]s been|has been) (?:a|one|this) (?:case|time|moment|point) (?:where|when|in which)\s+/i,
  /^(?:this|that|which) (?:also |really |just )?means(?: that)?,?\s+(?=\p{L}+ )/iu,
  /^if (?:you|we) (?:just |really |only )?(?:start|begin) with [^,]{2,40},\s+(?:like\s+)?/i,
  /^(?:i can tell you|i have no doubt|i['’]ll tell you|i would add|i['’]d add|there(?:['’]s| is) no (?:question|doubt))(?: that)?,?\s+/i,
  /^it(?:['’]s| is) (?:also |very |pretty |quite |actually )?(?:clear|obvious|true|worth noting|important to (?:note|understand|realize|remember)|no secret)(?: to me)? that\s+/i,
  /^it (?:just |also )?(?:turns|turned) out(?: that)?,?\s+/i,
  /^(?:you|we) can (?:see|say|imagine) that\s+/i,
  /^(?:keep in mind|note|remember|mind you),? (?:that\s+)?/i,
  /^the way (?:i|we) (?:see|look at|think about) (?:it|this) is(?: that)?\s+/i,
  /^(?:the|my) (?:point|thing|fact|reality|truth) is (?=(?:all|the|we|you|they|it|there|most|every|nobody|no|if)\b)/i,
  /^then (?=(?:the|a|an|once|when|if|it|they|we|you|there)\b)/i,
  /^(?:this|that)(?:['’]s| is) why\s+/i,
  /^(?:then |and )*(?:first|second|third|last)(?:ly)?(?: of all)?,\s+/i,
  /^just (?:to|for) [^,]{3,70},\s+/i,
  /^if you (?:just )?(?:look|start),? (?:at|with) [^,]{2,40},\s+(?:like\s+)?/i,
  /^(?:i|we|you) (?:just |really |all )?(?:have|need) to (?:be realistic and )?(?:understand|realize|recognize|remember|acknowledge|accept) (?:that\s+)?(?!how\b|what\b|why\b|where\b|who\b)/i,
  /^what (?:you|we)(?:['’]ll| will) (?:find|see|notice)(?: here)? is,? (?:that\s+)?/i,
  /^one (?:thing|of the things) (?:that )?(?:i|we)(?:['’]ve)? (?:have )?(?:always |also |often )*(?:think|thought|found|find|noticed|learned|saw|see|know|try to remind myself|say|said)(?: is| was) (?:that\s+)?/i,
  /^(?:so )?what (?:that|this|it)(?:['’]s)? (?:means|meant|does|tells (?:you|us|me)|shows|says) is(?: that)?\s+/i,
  /^(?:if|when) (?:you|we) (?:just |really )?(?:look|think|go|zoom|step|peel)\b[^,]{0,40},\s+/i,
  /^(?:just|even|notably|parenthetically|apparently not)\s+(?=(?:the|a|an)\b)/i,
];

/** Takes off what a speaker says before the statement itself ("the point is that", "I think": the claim, which stands beside the title, keeps it). */
export function stripOpenings(text: string): string {
  let left = text.replaceAll('’', "'").replace(/, (?:for example|for instance|of course|meanwhile|in fact),/gi, ',');
  for (let before = ''; before !== left;) {
    before = left;
    for (const opening of OPENINGS) left = left.replace(opening, '').replace(/^[\s,]+/, '');
  }
  return left;
}

/** What ties a sentence to the one before it, and says nothing where none stands before. */
const CONNECTIVES: RegExp[] = [
  /^(?:as a result|in any (?:event|case)|for (?:example|instance)|in other words|by the way|that (?:being )?said|first of all|second(?:ly)?|third(?:ly)?|likewise|similarly|therefore|again|also|then|however|meanwhile|instead|now|so|well|besides|otherwise|finally|after all|at that point|on the other hand|just (?:to|for) [^,]{3,70})\s*,\s+/i,
  /^(?:then|because|also|and|but|so)\s+(?=(?:the|a|an|there|it|we|they|he|she|you|I|in|if|when|\p{Lu}\p{L}+)\b)/u,
  /^(?:another example|one (?:thing|point|reason)?|the (?:first|second|third|other) (?:thing|point|reason)?)\s*is,? (?:that )?(?=(?:the|there|we|they|you|it|in|if|when|people|companies|\p{Lu}\p{L}+)\b.* )/iu,
];

/** The sentence as one would begin with it: without "as a result", "then", "one thing is that"; hedges stay. */
export const stripConnectives = (text: string): string =>
  CONNECTIVES.reduce((left, connective) => left.replace(connective, ''), text);
