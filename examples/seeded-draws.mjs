// The draws that the simulations of the examples are made of: the same numbers from the same seed, on every machine.

/**
 * @param {number} seed - a whole number
 * @returns `random`: from 0 to below 1. `normal`: of mean 0 and standard deviation 1 (Box-Muller). `pick`: one of
 *   several choices, each an array with its value first and its weight at `place`; weights need not add up to 1.
 */
export function seededDraws(seed) {
  const random = mulberry32(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pick = (choices, place = 1) => {
    let left = random() * choices.reduce((sum, choice) => sum + choice[place], 0);
    for (const choice of choices) {
      left -= choice[place];
      if (left < 0) return choice;
    }
    return choices[0];
  };
  return { random, normal, pick };
}

/** 32 bits of state are plenty for a few thousand rows. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
