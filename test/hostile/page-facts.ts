import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { Materials } from "../../src/model/materials.js";
import { packageFile } from "../../src/package-file.js";

/** What a parsed page looks like, seen from inside the browser. */
export interface PageFacts {
  /** Everything a reader can read, runs of white space as one space. */
  readonly text: string;
  readonly title: string;
  /** Elements that no document of ours may hold, as the file was sent: no script has run. */
  readonly foreign: readonly string[];
  /** Attributes that run or style something, or lead elsewhere than the web and mail, as the file was sent. */
  readonly active: readonly string[];
  /** Such elements and attributes that our own script has brought in, by name and kind, in their order. */
  readonly controls: readonly string[];
  readonly csp: string | null;
  /** Place of the policy among the elements of the head, from 0. */
  readonly cspPlace: number;
  /** Contents of the style elements. */
  readonly styles: readonly string[];
  /** Scripts that are no data and none of ours, to their first letters. */
  readonly scripts: readonly string[];
  /** Contents of the scripts of ours; at most one a page. */
  readonly ours: readonly string[];
}

/** The scripts that a page of ours may carry, as the build wrote them. */
const { sliders } = JSON.parse(readFileSync(packageFile("dist/materials.en.json"), "utf8")) as Materials;
const programs = Object.values(sliders);

/** Gives `PageFacts` when evaluated in a page. */
export const pageFacts = `((ours) => {
  const foreign = ["img", "iframe", "object", "embed", "form", "input", "button", "textarea", "select", "base",
    "link", "video", "audio", "source", "template", "math", "foreignObject", "animate", "set", "image", "use",
    "frame", "frameset", "applet", "marquee", "dialog", "slot", "portal", "noscript", "xmp", "plaintext"];
  const sent = new DOMParser().parseFromString(source, "text/html");
  const foreignIn = (page) => [...page.querySelectorAll(foreign.join(","))];
  const activeIn = (page) => [...page.querySelectorAll("*")]
    .flatMap((element) => [...element.attributes].map((attribute) => [element, attribute]))
    .filter(([, { name, value }]) => /^on/i.test(name)
      || ["style", "srcdoc", "formaction", "action", "ping", "background", "poster", "data", "srcset", "autofocus"].includes(name)
      || (["href", "xlink:href", "src", "cite"].includes(name) && !/^(https?:|mailto:|#)/i.test(value)));
  const copy = document.body.cloneNode(true);
  for (const script of copy.querySelectorAll("script")) script.remove();
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return {
    text: copy.textContent.replace(/\\s+/g, " "),
    title: document.title,
    foreign: foreignIn(sent).map((element) => element.outerHTML.slice(0, 120)),
    active: activeIn(sent).map(([element, { name, value }]) => element.tagName + " " + name + "=" + value.slice(0, 80)),
    controls: [
      ...foreignIn(document).map((element) => [element.tagName, element.type ?? "", element.getAttribute("class") ?? ""].join(" ")),
      ...activeIn(document).map(([element, { name }]) => element.tagName + " " + name),
    ],
    csp: meta === null ? null : meta.content,
    cspPlace: [...document.head.children].indexOf(meta),
    styles: [...document.querySelectorAll("style")].map(({ textContent }) => textContent),
    scripts: [...document.querySelectorAll("script")].filter(({ type }) => type !== "application/json")
      .map(({ textContent }) => textContent).filter((text) => !ours.includes(text)).map((text) => text.slice(0, 120)),
    ours: [...document.querySelectorAll("script")].map(({ textContent }) => textContent).filter((text) => ours.includes(text)),
  };
})(${JSON.stringify(programs)})`;

/** The whole policy a page of ours carries: it must name its only style element, and its script, by their hashes. */
export function expectedPolicy({ styles, ours }: PageFacts): string {
  if (styles.length !== 1 || ours.length > 1)
    throw new Error(
      `Unexpected ${styles.length} styles and ${ours.length} scripts, expected one and at most one`,
    );
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const script = ours.map((text) => `script-src ${hash(text)}; `).join("");
  return `default-src 'none'; style-src ${hash(styles[0] ?? "")}; ${script}img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}
