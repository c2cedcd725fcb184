/**
 * Opaque stand-ins for the author's strings while they travel through Handlebars and Markdown.
 *
 * No value passes through either as text: a name such as `a|b`, `{{x}}` or `:am` would be read as syntax. A
 * token is a number between two private-use characters, which no parser touches.
 */
export interface Tokens {
  readonly put: (text: string) => string;
  /** The text with every token replaced by what it stands for. */
  readonly swap: (text: string) => string;
}

const open = "\uE000";
const close = "\uE001";

export function createTokens(): Tokens {
  const texts: string[] = [];
  return {
    put: (text) => {
      texts.push(text);
      return `${open}${texts.length - 1}${close}`;
    },
    swap: (text) => text.replace(/\uE000(\d+)\uE001/g, (_, index: string) => texts[Number(index)] ?? ""),
  };
}
