import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type PartOfSpeech } from 'wink-nlp';

const nlp = winkNLP(model, ['sbd', 'pos']);
const splitter = winkNLP(model, ['sbd']);

export interface TaggedWord {
  text: string;
  tag: PartOfSpeech;
}

/** The sentences of English text, in order; joined they give the text but for white space. */
export const splitSentences = (text: string): string[] => splitter.readDoc(text).sentences().out();

/** The words of English text with their parts of speech (universal tags). */
export function tagWords(text: string): TaggedWord[] {
  const words: TaggedWord[] = [];
  nlp
    .readDoc(text)
    .tokens()
    .each((token: ItemToken) => {
      words.push({ text: token.out(), tag: token.out(nlp.its.pos) as PartOfSpeech });
    });
  return words;
}
