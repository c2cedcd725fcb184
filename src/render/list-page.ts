import { createHash } from "node:crypto";
import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";

import { classed, element } from "../markup/element.js";
import type { Materials } from "../model/materials.js";
import { visibleText } from "../visible-text.js";
import { fontFaces } from "./font-faces.js";

/** A page of links, in groups. Every text may be an author's. */
export interface ListPage {
  readonly lang: string;
  readonly title: string;
  /** Paragraphs under the title. */
  readonly lead: readonly string[];
  readonly groups: readonly ListGroup[];
  readonly generator: string;
  readonly materials: Pick<Materials, "styles" | "fonts">;
}

export interface ListGroup {
  readonly heading: string;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly title: string;
  /** Language of the title. */
  readonly lang: string;
  /** Said under the title, each apart from the next. */
  readonly facts: readonly string[];
  /** Files, as paths relative to the page; the title leads to the first. */
  readonly links: readonly { readonly label: string; readonly path: string }[];
}

/** The page as HTML: built as a tree, so that no text of it can become markup; one style under its hash. */
export function listPage({ lang, title, lead, groups, generator, materials }: ListPage): string {
  const main = groups.flatMap(({ heading, items }, index) => [
    element("section", { className: ["readers"], ariaLabelledBy: [`r${index + 1}`] }, [
      element("h2", { id: `r${index + 1}` }, [text(heading)]),
      element(
        "ol",
        {},
        items.map((item) => itemElement(item, lang)),
      ),
    ]),
  ]);
  const body = element("body", { className: ["index"] }, [
    element("main", {}, [
      element("h1", {}, [text(title)]),
      ...lead.map((words) => element("p", {}, [text(words)])),
      ...main,
    ]),
  ]);
  const { document = "", index = "" } = materials.styles;
  const style = [fontFaces(materials, toHtml(body)), document, index].join("\n");
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  const head = element("head", {}, [
    element("meta", { charSet: "utf-8" }, []),
    element("meta", { httpEquiv: ["Content-Security-Policy"], content: policy }, []),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }, []),
    element("meta", { name: "color-scheme", content: "light dark" }, []),
    element("meta", { name: "generator", content: generator }, []),
    element("title", {}, [text(title)]),
    element("style", {}, [{ type: "text", value: style }]),
  ]);
  return `<!doctype html>\n${toHtml(element("html", { lang }, [head, body]))}\n`;
}

function itemElement({ title, lang: told, facts, links }: ListItem, lang: string): ElementContent {
  const [first] = links;
  const words = element("bdi", told === lang ? {} : { lang: told }, [text(title)]);
  return element("li", {}, [
    element("p", { className: ["ask"] }, [
      first === undefined ? words : element("a", { href: addressOf(first.path) }, [words]),
    ]),
    element("p", { className: ["about"] }, [
      ...facts.map((fact) => element("span", classed(["fact-of"]), [element("bdi", {}, [text(fact)])])),
      element(
        "span",
        { className: ["formats"] },
        links.flatMap(({ label, path }) => [
          element("a", { href: addressOf(path), ariaLabel: `${label}: ${visibleText(title)}` }, [
            text(label),
          ]),
        ]),
      ),
    ]),
  ]);
}

/** A path as a relative address: no letter of it can lead elsewhere. */
function addressOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function text(value: string): ElementContent {
  return { type: "text", value: visibleText(value) };
}
