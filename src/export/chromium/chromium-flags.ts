/**
 * Every flag that Chromium is started with; none of puppeteer's own.
 *
 * @param profile - folder that is removed afterwards
 */
export function chromiumFlags(profile: string, noSandbox: boolean): string[] {
  return [
    "--headless",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    ...(noSandbox ? ["--no-sandbox"] : []),
    ...offline,
    ...quiet,
    ...sameEverywhere,
    // The shared memory of a container may be 64 KB; the profile is on disk.
    "--disable-dev-shm-usage",
    "about:blank",
  ];
}

/** No name resolves, every request goes to a closed port, loopback included. */
const offline = [
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=127.0.0.1:1",
  "--proxy-bypass-list=<-loopback>",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
];

/** Nothing that a browser does on its own account. */
const quiet = [
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-extensions-with-background-pages",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-features=Translate,MediaRouter,OptimizationHints",
  "--disable-sync",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  "--password-store=basic",
  "--use-mock-keychain",
];

/** The same letters in the same places on every machine. */
const sameEverywhere = [
  "--disable-gpu",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--lang=en-US",
];
