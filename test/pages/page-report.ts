import type { Page } from "puppeteer-core";

/** What a laid-out page looks like, as far as it can be measured. */
export interface PageReport {
  readonly windowWidth: number;
  readonly scrollWidth: number;
  /** Boxes whose text is wider than they are. */
  readonly overflowing: readonly string[];
  /** Texts of drawings that reach past the drawing. */
  readonly outside: readonly string[];
  readonly headings: readonly number[];
  /** Header, main and footer elements that are landmarks of the page. */
  readonly landmarks: readonly string[];
  readonly lang: string;
  readonly title: string;
  /** Traced numbers that a reader cannot see, not even by opening a fold. */
  readonly unseen: readonly string[];
  readonly pictures: readonly { readonly role: string; readonly label: string }[];
  readonly charts: number;
  readonly chartsWithoutTable: readonly string[];
  readonly numbers: number;
}

/** Measures the page as it stands; with `open`, every fold is opened first. */
export async function reportOn(page: Page, { open = false } = {}): Promise<PageReport> {
  return (await page.evaluate(`(${script})(${String(open)})`)) as PageReport;
}

/*
 * Runs in the page, so it is text here: the tests are compiled without the types of a browser. A box of one pixel
 * that hides the rest is meant for screen readers, and is left out with all it holds.
 */
const script = `(open) => {
  if (open) for (const fold of document.querySelectorAll("details")) fold.open = true;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const forReadersOnly = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement)
      if (one.clientWidth <= 1 && getComputedStyle(one).position === "absolute") return true;
    return false;
  };
  const name = (element) => element.tagName.toLowerCase() + "." + (element.getAttribute("class") ?? "") +
    ": " + element.textContent.trim().slice(0, 40);
  const shown = (element) => element.getClientRects().length > 0 &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const overflowing = all("body *")
    .filter((element) => !element.closest("svg") && shown(element) && element.clientWidth > 1)
    .filter((element) => element.scrollWidth - element.clientWidth > 1 && !forReadersOnly(element))
    .map((element) => name(element) + " (" + element.scrollWidth + " in " + element.clientWidth + ")");

  // The box of a text is as high as its line: a unit of the drawing more than its letters reach.
  const outside = all("svg[viewBox] text").filter(shown).filter((text) => {
    const box = text.getBoundingClientRect();
    const drawing = text.ownerSVGElement.closest("svg[viewBox]");
    const whole = drawing.getBoundingClientRect();
    const slack = (1.5 * whole.width) / drawing.viewBox.baseVal.width;
    return text.getBBox().width > 0 && (box.left < whole.left - slack || box.right > whole.right + slack ||
      box.top < whole.top - slack || box.bottom > whole.bottom + slack);
  }).map((text) => text.textContent);

  const unseen = all("data").filter((number) => {
    const fold = number.closest("details:not([open])");
    if (fold !== null) return !shown(fold.querySelector("summary"));
    if (number.closest("caption, thead") !== null && forReadersOnly(number)) return false;
    return !shown(number) || forReadersOnly(number);
  }).map((number) => number.closest("[data-ref]")?.dataset.ref + " " + number.textContent);

  const charts = all("figure.chart");
  // What a picture of the what-if block draws: the columns of the five settings that hold it at every threshold.
  const columnsOf = {
    "scenario-trade-off": ["recall", "false-alarms"],
    "scenario-net": ["net"],
    "scenario-work": [],
  };
  const metricOf = (number) => number.closest("[data-ref]").dataset.ref.split(/[#:/]/).at(-1).split("@")[0];
  const standsInSettings = (chart) => {
    const needed = Object.entries(columnsOf).find(([kind]) => chart.classList.contains(kind))?.[1];
    const rows = [...(chart.closest(".scenario")?.querySelectorAll(".grid-settings tbody tr") ?? [])];
    if (needed === undefined || rows.length < 3) return false;
    // Against itself today gains nothing: its row says so in words. Too few cases to share are said in words, too.
    const cells = rows.filter((row) => row.querySelectorAll("data").length > 1);
    const whole = cells.length > 2 && cells.every((row) => {
      const told = [...row.querySelectorAll("data")].map(metricOf);
      return needed.every((metric) => told.includes(metric) || (metric === "net" && row.classList.contains("strong")));
    });
    // And what it says of the setting itself is said aloud.
    const label = chart.querySelector("svg[role=img]").getAttribute("aria-label");
    return whole && [...chart.querySelectorAll(".claim data")].every((number) => label.includes(number.textContent));
  };
  return {
    windowWidth: window.innerWidth,
    scrollWidth: document.documentElement.scrollWidth,
    overflowing, outside, unseen,
    headings: all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1])),
    landmarks: all("body > header, body > main, body > footer").map((part) => part.tagName.toLowerCase()),
    lang: document.documentElement.lang,
    title: document.title,
    pictures: all("svg").filter((svg) => !svg.parentElement.closest("svg") && svg.getAttribute("aria-hidden") !== "true")
      .map((svg) => ({ role: svg.getAttribute("role") ?? "", label: svg.getAttribute("aria-label") ?? "" })),
    charts: charts.length,
    chartsWithoutTable: charts.filter((chart) => chart.querySelector("table") === null && !standsInSettings(chart))
      .map(name),
    numbers: all("data").length,
  };
}`;
