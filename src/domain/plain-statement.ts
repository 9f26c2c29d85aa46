import { holdsEmail } from './email-address.ts';

/** Addresses, tags, Markdown links and code: a statement about the world has none. */
const LINK_OR_MARKUP =
  /\b(?:https?|ftp|file):\/\/|\b(?:javascript|mailto):\S|\bdata:\w+\/|\bwww\.\S|\b[\p{L}\d-]+\.(?:com|org|net|io|co|ai|dev|app|info|example|xyz|link|site|shop|online|top|fm|gg|ly|me|to|tv|cn|de|eu|ru|uk|us)\/\S|<\/?[a-z!][^>]*>|\]\s*\(|!\[|`|\{\{|\$\{/iu;
/** Words that speak to the machine that reads them. */
const TO_THE_MACHINE = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instructions?|prompts?|guidelines|rules|directions|everything (?:above|before))\b/iu,
  /\b(?:rank|rate|score|mark)\s+(?:this|me|us|my|our)\b.{0,60}(?:\d|first|highest|top|most important)/iu,
  /\byou are (?:now )?(?:an? )?(?:ai|assistant|chatbot|(?:large )?language model|llm)\b/iu,
  /\b(?:dear|hey|attention|note to)\s+(?:the\s+)?(?:ai|assistants?|chatbots?|(?:large )?language models?|llms?)\b/iu,
  /\bif you are (?:an? )?(?:ai|assistant|chatbot|(?:large )?language model|llm)\b/iu,
  /(?:忽略|无视|忘记).{0,12}(?:指令|指示|提示|规则)/u,
];
/** An order to the reader; verbs that are nouns as well count only with their object. */
const ORDER =
  /^\W*(?:please\s+|now\s+|just\s+)*(?:(?:ignore|disregard|forget)\s+(?:all|any|the|your|my|our|every|previous|prior|these|those|this|that|what)\b|click\b|subscribe\b|sign up\b|(?:visit|download|follow|share|like|buy|read|watch|rank|rate|publish|print|output|say|write|repeat|reply|respond)\s+(?:this|it|me|us|my|our|here|now|with|to|the (?:link|words|following|text)|only)\b|go to\s+(?:the link|our|my|\S+\.\S)|you must\b)/iu;

/** Whether speech is an order to the model that reads it, and none to a listener. */
export const addressesTheMachine = (text: string): boolean => TO_THE_MACHINE.some((pattern) => pattern.test(text));

/** Why a text is no plain statement that may be published as one; `undefined` where it is. A net, not a proof: what is published is escaped as well. */
export function faultOfStatement(text: string): 'link or markup' | 'e-mail address' | 'instruction' | undefined {
  if (holdsEmail(text)) return 'e-mail address';
  if (LINK_OR_MARKUP.test(text)) return 'link or markup';
  const sentences = text.split(/(?<=[.!?…。！？])\s*/u);
  return addressesTheMachine(text) || sentences.some((sentence) => ORDER.test(sentence)) ? 'instruction' : undefined;
}
