/** Signs in English speech that something is claimed, and not only talked about; each kind counts once a passage. */
const CLAIM_CUES: RegExp[] = [
  /\b(?:because|since|therefore|which means|that means|as a result|leads? to|led to|drives?|driven by|caused?|so that|thanks to|due to|the reason)\b/i,
  /\b(?:but|however|whereas|although|though|despite|instead|rather than|on the other hand|not because|the opposite|actually|in fact|turns out)\b/i,
  /\b(?:\w+er than|more|less|fewer|most|least|better|worse|cheaper|faster|bigger|smaller|higher|lower|double|half|triple|\d+x|times as)\b/i,
  /(?:[$€£¥]\s?\d|\b\d[\d.,]*\s?(?:%|percent|per cent|x|times|million|billion|trillion|thousand|months?|years?)\b|\b(?:hundreds?|dozens?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty) (?:percent|times|million|billion|months|years)\b)/i,
  /\b(?:will|going to|won't|expect|predict|by 20\d\d|in the next|over time|eventually|no longer|from now on|would have)\b/i,
  /\b(?:the (?:key|point|problem|question|truth|reality|fact|bottleneck|result|lesson)|what matters|fundamentally|essentially|in other words|the only|never|always|nobody|everyone|must|have to|need to|can't|cannot|impossible)\b/i,
];
/** Signs of chatter: talk to the listener or the guest, greetings, housekeeping. */
const CHATTER =
  /\b(?:welcome|thank you|thanks for|nice to (?:meet|see)|great to (?:be|have)|tell (?:me|us)|let me ask|what do you think|how do you|can you|could you|would you|do you|did you|are you|you guys|subscribe|episode|podcast|listeners?|tune in|stay tuned|show notes|link in|my guest|joining (?:me|us)|let's (?:talk|get|start|move|go)|good question|great question|laughs?)\b/i;
/** "…, right?" asks for nothing. */
const TAG_QUESTION = /,\s*(?:right|you know|okay|yeah|no|huh|isn't it|doesn't it)\?\W*$/i;
/** Signs of a sponsor's message. */
const ADVERT =
  /\b(?:sponsor(?:s|ed)?(?: by)?|brought to you by|promo code|use (?:the )?code|coupon|free trial|(?:free )?test drive|sign up (?:at|for|today)|visit [\w.-]+\.(?:com|ai|io|org|co)|head to|go to [\w.-]+\.(?:com|ai|io|co)|\w+ dot (?:com|ai|io|co)|slash [a-z]+ (?:to|for|and)|\d+ ?(?:%|percent) off|terms (?:and conditions )?apply|money[- ]back|our partners?|this message|advertis(?:er|ement|ing) break|ad break)\b/i;

/** Words that are counted, since one more of them is one more sign. */
const COUNTED = {
  prediction:
    /\b(?:will|going to|gonna|won't|expect|predict|by 20\d\d|in the next|over time|eventually|no longer|from now on|would have)\b/gi,
  condition: /\b(?:if|unless|once|when)\b/gi,
  negation:
    /\b(?:not|no|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|never|nothing|can't|won't|couldn't|wouldn't)\b/gi,
  amount: /(?:[$€£¥]\s?\d|\b(?:dollars?|cents?|billion|million|trillion|percent)\b|%)/gi,
  opinion: /\b(?:i think|i believe|my view|i would argue|in my opinion|i'd say|i suspect|i'm convinced)\b/gi,
};
export type CountedSign = keyof typeof COUNTED;

export const countOf = (sign: CountedSign, text: string): number => text.match(COUNTED[sign])?.length ?? 0;

/** For each kind of claim cue, whether a text shows it. */
export const claimCueKinds = (text: string): boolean[] => CLAIM_CUES.map((cue) => cue.test(text));
/** Share of the kinds of claim cue that a passage shows, 0 to 1. */
export const claimCues = (text: string): number => claimCueKinds(text).filter(Boolean).length / CLAIM_CUES.length;
/** Whether a text says what will be. */
export const claimsFuture = (text: string): boolean => countOf('prediction', text) > 0;
const isQuestion = (sentence: string): boolean => /\?\W*$/.test(sentence);
export const isChatter = (sentence: string): boolean =>
  (isQuestion(sentence) && !TAG_QUESTION.test(sentence)) || CHATTER.test(sentence);
export const isAdvert = (sentence: string): boolean => ADVERT.test(sentence);
