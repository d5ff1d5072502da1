// Where a formula turns inside its phase, so that no wave is drawn lower than it is.
// Mirrors Shape.turns and lrlib/curves.py.

// By formula: the progress at each turning point.
const TURNS = {
  Cosine: ({ cycles }) =>
    Array.from({ length: Math.ceil(2 * cycles) - 1 }, (_, i) => (i + 1) / (2 * cycles)),
  Triangle: ({ rise }) => [rise],
};

// Both ticks around each, and those that share their rate.
export function turns(phase) {
  const { formula, own, origin, length, stride } = phase.times ?? phase;
  const found = (TURNS[formula]?.(own) ?? []).flatMap((progress) => {
    const at = origin + progress * length;
    return [Math.floor(at), Math.ceil(at)].flatMap((tick) => {
      const shared = Math.floor(tick / stride) * stride;
      return [tick, shared, shared + stride];
    });
  });
  return found.filter((tick) => tick >= phase.begin && tick < phase.finish);
}
