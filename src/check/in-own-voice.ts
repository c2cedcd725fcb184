/** Marks that open a quotation; a straight quote may also close one. */
const opens = /["“”„«»]/;
const quotation = /“[^”]+”|„[^“”]+[“”]|«[^»]+»|»[^«]+«|"[^"]+"/g;
/** Words by which a sentence says whose words it quotes. */
const attributes =
  /\b(sa(id|ys?)|wr(ote|ites?)|stat(es?|ed)|claim(s|ed)?|report(s|ed)?|promis(es|ed)|advertis(es|ed)|according to|quot(es?|ed|ing)|(in the )?words of|brochure|(sub)?section|article|directive|regulation|sagt(e|en)?|schrieb|schreib(t|en)|laut|behauptet(e|en)?|verspricht|meldete?|Artikel|Paragraf)\b|§/i;

/** A sentence with blanks in place of what it quotes from somebody it names; letters keep their places. */
export function inOwnVoice(text: string): string {
  if (!opens.test(text)) return text;
  const around = text.replace(quotation, " ");
  return attributes.test(around) ? text.replace(quotation, (run) => " ".repeat(run.length)) : text;
}
