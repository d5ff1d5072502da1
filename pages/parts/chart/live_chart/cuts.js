// A phase whose shape is made of parts -> these parts. Mirrors Shape.phases.

export const wholeTicks = (units, perUnit) => Math.floor(units * perUnit + 0.5);

const MOST_CYCLES = 200;

function edges(length, { cycles }, mult) {
  const cut = (i) =>
    mult === 1 ? (length * i) / cycles : (length * (mult ** i - 1)) / (mult ** cycles - 1);
  return Array.from({ length: cycles + 1 }, (_, i) => wholeTicks(cut(i), 1));
}

// Where cycles begin of which the first has `first` ticks, and where the last would end.
function edgesOfLength(length, first, mult) {
  const cut = (i) => (mult === 1 ? i * first : wholeTicks((first * (mult ** i - 1)) / (mult - 1), 1));
  const cuts = [0];
  while (cuts.at(-1) < length && cuts.length <= MOST_CYCLES) cuts.push(cut(cuts.length));
  return cuts;
}

function cycles(phase, own, mult) {
  const first = Math.max(1, wholeTicks(own.cycle_length, phase.perUnit));
  const cuts = own.cycle_length
    ? edgesOfLength(phase.length, first, mult)
    : edges(phase.length, own, mult);
  const height = phase.start - phase.end;
  return cuts.slice(1).map((cut, i) => {
    const fall = own.cycle_decay ** i;
    return {
      ...phase,
      begin: phase.origin + cuts[i],
      finish: Math.min(phase.origin + cut, phase.finish),
      origin: phase.origin + cuts[i],
      length: cut - cuts[i],
      start: fall === 1 ? phase.start : phase.end + height * fall,
    };
  }).filter((part) => part.length > 0);
}

// How a shape of parts cuts its phase. A shape that is missing here is drawn by `stretched`.
export const PARTS = {
  CosineRestarts: (phase, own) => cycles(phase, own, own.cycle_mult),
  Triangular: (phase, own) => cycles(phase, own, 1),
  Piecewise: (phase, own) => {
    const at = own.boundaries.map((b) => Math.max(phase.begin, wholeTicks(b, phase.perUnit)));
    const begins = [phase.begin, ...at];
    return [phase.start, ...own.values].map((rate, i) => ({
      ...phase, begin: begins[i], origin: begins[i], start: rate, end: rate,
    }));
  },
  Points: (phase, own) => {
    const at = own.points.map(([unit]) => wholeTicks(unit, phase.perUnit));
    const rates = own.points.map(([, rate]) => rate);
    const begins = [phase.begin, ...at];
    const stops = [...at, Math.max(at.at(-1), phase.finish) + 1];
    const starts = [rates[0], ...rates];
    const ends = [...rates, rates.at(-1)];
    return begins
      .map((begin, i) => ({
        ...phase,
        begin: Math.max(begin, phase.begin),
        origin: begin,
        length: stops[i] - begin,
        start: starts[i],
        end: ends[i],
      }))
      .filter((part, i) => stops[i] > part.begin);
  },
};

// `cut` is how the server has cut this phase: good for a shape that PARTS does not know.
export const cutPhase = (name, phase, own, cut) =>
  name in PARTS ? PARTS[name](phase, own) : stretched(phase, cut);

// The parts of a cut over so many ticks, for the ticks that the phase has now.
function stretched(phase, { ticks, parts }) {
  const scale = (phase.finish - phase.begin) / ticks;
  const moved = (tick) => wholeTicks(tick * scale, 1);
  return parts.map((part) => ({
    ...phase,
    ...part,
    begin: phase.begin + moved(part.begin),
    origin: phase.begin + moved(part.origin),
    length: Math.max(1, moved(part.length)),
  }));
}
