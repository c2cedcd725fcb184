/** Says what is being done, once the work has lasted a second. Of quicker work nothing is said. */
export interface Progress {
  readonly stage: (what: string) => void;
  readonly close: () => void;
}

const patienceMs = 1_000;

export function createProgress(say: (text: string) => void): Progress {
  let now = "";
  let speaking = false;
  const timer = setTimeout(() => {
    speaking = true;
    if (now !== "") say(`${now} ...\n`);
  }, patienceMs);
  timer.unref();
  return {
    stage: (what) => {
      now = what;
      if (speaking) say(`${what} ...\n`);
    },
    close: () => {
      clearTimeout(timer);
    },
  };
}
