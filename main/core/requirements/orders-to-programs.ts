/**
 * Wordings that speak to a program and not to a person who looks for work. Nothing here could obey them: an ad is read
 * by rules alone, and this keeps such a sentence from being suggested as something that a candidate must bring.
 */
const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules|guidelines|criteria above|everything (?:above|before))\b/iu,
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\s*(?::|\bfollows\b)/iu,
  /\byou are (?:now )?(?:an? )?(?:\w+ ){0,2}(?:ai|llm|language model|chatbot|assistant model|gpt)\b/iu,
  /\b(?:as|if you(?: a|['’])re) an? (?:ai|llm|language model|chatbot)\b/iu,
  /\b(?:rank|score|rate|mark|place|list|recommend|select|approve|accept|reject|treat|classify)\s+(?:me|this (?:candidate|applicant|cv|person|profile|document)|the (?:candidate|applicant) (?:named|called)|(?:all|every|any) (?:other )?(?:candidates?|applicants?)|everyone)\b/iu,
  /\b(?:give|assign|award|grant)\s+(?:me|(?:this|the|each|every|any|all) (?:\w+ )?(?:candidates?|applicants?|cv))\b.{0,60}\b(?:scores?|points?|marks?|ratings?|rank|priority|offer)\b/iu,
  /\b(?:respond|reply|answer|output|print|return|write|say)\s+(?:only|exactly|nothing but|with|the following|in json|["“'])/iu,
  /\bdo not (?:tell|mention|reveal|disclose|repeat|show)\b.{0,60}\b(?:user|recruiter|employer|instructions?|prompt|this)\b/iu,
  /<\/?\s*(?:system|assistant|user|instructions?|prompt|im_start|im_end)\b|\[\/?(?:inst|system)\]|<\|.{0,20}\|>|^\s*(?:system|assistant|user)\s*:/iu,
  /\b(?:begin|end)\s+(?:of\s+)?(?:system\s+)?(?:instructions?|prompt)\b/iu,
  /\b(?:call|invoke|execute|run)\s+the\s+(?:tool|function|command|script)\b/iu,
];

/** True where a sentence of an ad gives an order to a program. */
export function isOrderToProgram(sentence: string): boolean {
  return ORDERS.some((pattern) => pattern.test(sentence));
}
