// Why a rule read a statement, in the words of school grammar: the graph keeps the parser's own, `let, head >nsubj`.

/** @type {Record<string, string>} */
const PARTS = {
  nsubj: "subject", nsubjpass: "subject in the passive", csubj: "subject", dobj: "object", dative: "receiver", agent: "doer", pobj: "what follows the preposition",
  attr: "complement", acomp: "complement", oprd: "complement", poss: "owner", appos: "apposition", ccomp: "what is said", xcomp: "what is meant to be done",
  advcl: "circumstance", relcl: "relative clause", acl: "what it is about", amod: "attribute", compound: "first part of the noun", npadvmod: "measure",
};

/** The trigger and the words that it governs, each with its part; text of another form is left as it is. @param {string} why */
export function whyWords(why) {
  const [trigger, ...steps] = why.split(", ");
  const parts = steps.map(partOf);
  if (!parts.length || parts.some((part) => !part)) return why;
  const last = parts.pop();
  return `“${trigger}” with ${parts.length ? `${parts.join(", ")} and ${last}` : last}`;
}

/** @param {string} step a word and the way to it in the parse, `<` up and `>` down */
function partOf(step) {
  const [, word, way] = /^(.+?) ((?:[<>]\w+ ?)+)$/.exec(step) ?? [];
  const name = way?.split(" ").reverse().map((one) => PARTS[one.slice(1)]).find(Boolean);
  return name ? `“${word}” (${name})` : null;
}
