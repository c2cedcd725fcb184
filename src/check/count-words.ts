/** Number of words in a text: runs between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/[^\s\p{L}\p{Nd}]*[\p{L}\p{Nd}]\S*/gu)?.length ?? 0;
}
