/** The mark: a T laid in tesserae, with the field around it at rest. */
const TILES = [
  ['1', '2', '1'],
  ['rest', '3', 'rest'],
  ['rest', '4', 'rest'],
] as const;

const SIZE = 7;
const GAP = 1.5;

export function Logo() {
  return (
    <svg width={28} height={28} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {TILES.flatMap((row, y) =>
        row.map((tile, x) => (
          <rect
            key={`${x}-${y}`}
            className={`tile-${tile}`}
            x={x * (SIZE + GAP)}
            y={y * (SIZE + GAP)}
            width={SIZE}
            height={SIZE}
            rx={1.25}
          />
        )),
      )}
    </svg>
  );
}
