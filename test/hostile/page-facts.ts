import { createHash } from "node:crypto";

/** What a parsed page looks like, seen from inside the browser. */
export interface PageFacts {
  /** Everything a reader can read, runs of white space as one space. */
  readonly text: string;
  readonly title: string;
  /** Elements that no document of ours may hold. */
  readonly foreign: readonly string[];
  /** Attributes that run or style something, or lead elsewhere than the web and mail. */
  readonly active: readonly string[];
  readonly csp: string | null;
  /** Place of the policy among the elements of the head, from 0. */
  readonly cspPlace: number;
  /** Contents of the style elements. */
  readonly styles: readonly string[];
  /** Scripts that are no data. */
  readonly scripts: number;
}

/** Gives `PageFacts` when evaluated in a page. */
export const pageFacts = `(() => {
  const foreign = ["img", "iframe", "object", "embed", "form", "input", "button", "textarea", "select", "base",
    "link", "video", "audio", "source", "template", "math", "foreignObject", "animate", "set", "image", "use",
    "frame", "frameset", "applet", "marquee", "dialog", "slot", "portal", "noscript", "xmp", "plaintext"];
  const copy = document.body.cloneNode(true);
  for (const script of copy.querySelectorAll("script")) script.remove();
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return {
    text: copy.textContent.replace(/\\s+/g, " "),
    title: document.title,
    foreign: [...document.querySelectorAll(foreign.join(","))].map((element) => element.outerHTML.slice(0, 120)),
    active: [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
      .filter(({ name, value }) => /^on/i.test(name)
        || ["style", "srcdoc", "formaction", "action", "ping", "background", "poster", "data", "srcset", "autofocus"].includes(name)
        || (["href", "xlink:href", "src", "cite"].includes(name) && !/^(https?:|mailto:|#)/i.test(value)))
      .map(({ name, value }) => element.tagName + " " + name + "=" + value.slice(0, 80))),
    csp: meta === null ? null : meta.content,
    cspPlace: [...document.head.children].indexOf(meta),
    styles: [...document.querySelectorAll("style")].map(({ textContent }) => textContent),
    scripts: [...document.querySelectorAll("script")].filter(({ type }) => type !== "application/json").length,
  };
})()`;

/** The whole policy a page of ours carries: it must name its only style element by its hash. */
export function expectedPolicy({ styles }: PageFacts): string {
  const [style = "", ...more] = styles;
  if (more.length > 0) throw new Error(`Unexpected ${styles.length} style elements, expected one`);
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}
