/**
 * A text as a ClickHouse literal, for servers too old to take parameters.
 *
 * Every byte that is no ASCII letter, digit, blank, point, line or hyphen is written as `\xHH`, which old and
 * current releases read alike; so no letter of the text can end the literal, whatever it is.
 *
 * @example quoteLiteral("it's") // "'it\\x27s'"
 */
export function quoteLiteral(text: string): string {
  return `'${escaped(text)}'`;
}

/**
 * A name as a ClickHouse identifier, by the same rule. The caller has found the name in the server's own list.
 *
 * @example quoteIdentifier('a"b') // '"a\\x22b"'
 */
export function quoteIdentifier(name: string): string {
  return `"${escaped(name)}"`;
}

function escaped(text: string): string {
  return [...Buffer.from(text, "utf8")]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9 ._-]/.test(letter)
        ? letter
        : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
