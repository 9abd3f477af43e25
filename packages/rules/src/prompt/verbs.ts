/** Words an action begins with. */
export const actionVerb =
  /^(?:(?:double|right|left|single)[- ]?click|click|tap|press|hit|push|open|follow|type|enter|write|input|insert|paste|fill|put|set|change|update|clear|search|look (?:up|for)|find|choose|select|answer|pick(?![- ]?up)|tick|check|untick|uncheck|mark|unmark|toggle|enable|disable|turn (?:on|off)|switch|scroll|go|navigate|visit|browse|load|wait|pause|sleep|submit|hover|move (?:the )?(?:mouse|pointer)|add|remove|delete|sort|filter|order|log ?in|sign ?(?:in|up|out)|log ?out|register|subscribe|close|dismiss|accept|reject|agree|buy|book|upload|attach|save|continue|proceed|confirm|cancel|expand|collapse|show|view|apply|send|download|play|start|stop|reserve|checkout|check out|increase|decrease|deselect|unselect)\b/i;

/** Words a question or a request for an answer begins with. */
export const answerVerb =
  /^(?:return|tell|give|get|read|extract|list|report|count|collect|retrieve|fetch|determine|identify|note|output|summari[sz]e|describe|what|which|who|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|can|could|find out|check (?:if|whether|that)|see (?:if|whether)|verify|confirm (?:that|whether|if)|whether|make sure (?:that )?|ensure)\b/i;

const politeness =
  /^(?:please|now|first(?:ly)?,?|second(?:ly)?,|third(?:ly)?,|next,?|finally,?|lastly,|after(?:wards| that),?|also|and|then|so|ok(?:ay)?,?|just|kindly|(?:can|could|would|will) you(?: please)?|i(?:'d| would) like you to|i want you to|i(?:'d| would) like to|i want to|i need (?:you )?to|you (?:should|must|need to|have to|can)|try to|help me(?: to)?|let'?s|proceed to|go ahead and|make sure to|be sure to|remember to|on (?:this|the) (?:page|site|website),?|your task is to) /i;

/** The clause without the words that only make it polite or place it in order. */
export function plainly(clause: string): string {
  let text = clause.trim().replace(/^(?:\d+[.)]|[-*•]) /, '');
  for (;;) {
    const shorter = text.replace(politeness, '').trim();
    if (shorter === text || shorter === '') return text;
    text = shorter;
  }
}
